import type { Dice } from "../../demo/dice";

/** The lines of a skill section. Every item of the two lists stands in them once, and nothing else that is a skill. */
export function writeSkills(
  { knowledge, tools }: { knowledge: string[]; tools: string[] },
  { isEnglish, dice }: { isEnglish: boolean; dice: Dice },
): string[] {
  const all = [...knowledge, ...tools];
  const level = (index: number) => `${"●".repeat(5 - (index % 3))}${"○".repeat(index % 3)}`;
  if (isEnglish) {
    const looks: (() => string[])[] = [
      () => [all.join(", ")],
      () => [knowledge.join(", "), tools.join(", ")],
      () => all,
      () => [`Core: ${knowledge.join(", ")}`, `Tools: ${tools.join(", ")}`],
      () => [
        `${dice.pick(["Expertise", "Methods", "Professional"])}: ${knowledge.join(", ")}`,
        `Software: ${tools.join(", ")}`,
      ],
      () => [`Proficient in ${sentence(knowledge, "and")}.`, `Familiar with ${sentence(tools, "and")}.`],
      () => [all.join(" | ")],
      () => [all.join(" • ")],
      () => all.map((item, index) => `${item} ${level(index)}`),
      () => [`${all.join("; ")}.`],
      () => all.map((item, index) => `${item} (${["advanced", "intermediate", "expert"][index % 3]})`),
    ];
    return dice.pick(looks)();
  }
  const looks: (() => string[])[] = [
    () => [all.join("、")],
    () => [all.join("，")],
    () => all,
    () => [
      `${dice.pick(["专业", "业务能力", "专业知识"])}：${knowledge.join("、")}`,
      `${dice.pick(["工具", "软件", "办公软件"])}：${tools.join("、")}`,
    ],
    () => [`熟练掌握${knowledge.join("、")}；`, `熟悉${tools.join("、")}等工具。`],
    () => [`精通${sentence(knowledge, "和")}`, `熟练使用${sentence(tools, "和")}`],
    () => [all.join(" / ")],
    () => [all.join(" | ")],
    () => all.map((item, index) => `${item} ${level(index)}`),
    () => all.map((item, index) => `${item}（${["精通", "熟练", "了解"][index % 3]}）`),
    () => [`1. 掌握${knowledge.join("、")}`, `2. 会使用${tools.join("、")}`],
    () => [`${knowledge.join("，")}。`, `${tools.join("，")}。`],
  ];
  return dice.pick(looks)();
}

function sentence(items: string[], word: string) {
  if (items.length < 2) return items.join("");
  const [comma, joint] = word === "and" ? [", ", " and "] : ["、", word];
  return `${items.slice(0, -1).join(comma)}${joint}${items.at(-1)}`;
}
