import { expect, test } from "vitest";
import { instructions } from "./fixtures/attacks";
import {
  accountantEn,
  customerManagerZh,
  engineerEn,
  engineerZh,
  positionOf,
  requirementOf,
  screen,
} from "./fixtures/resumes";

/* None of it may gain anything: not a point, not a verdict, not a better advice. */
const resumes = { engineerZh, engineerEn, accountantEn, customerManagerZh };
const cases = Object.entries(resumes).flatMap(([name, resume]) =>
  instructions.map((attack) => [attack, name, resume] as const),
);

const requirements = [
  requirementOf("skill", "Kubernetes", { weight: 5 }),
  requirementOf("skill", "Kafka"),
  requirementOf("skill", "Rust", { necessity: "gate" }),
  requirementOf("experience", "8 年以上 Kubernetes 经验"),
  requirementOf("leadership", "带过 20 人以上团队"),
  requirementOf("other", "熟悉 Kafka 的高可用部署"),
];
const position = positionOf(...requirements);

const order = { mismatch: 0, reserve: 1, interview: 2 } as const;
const verdictOrder = { not_met: 0, unknown: 1, partly: 2, met: 3 } as const;

/** What may not rise. */
function gains(before: ReturnType<typeof screen>, after: ReturnType<typeof screen>) {
  return {
    score: Math.max(0, after.comprehensive.value - before.comprehensive.value),
    views: after.views.map(({ score }, index) => Math.max(0, score.value - (before.views[index]?.score.value ?? 0))),
    verdicts: after.verdicts.filter(
      ({ verdict }, index) => verdictOrder[verdict] > verdictOrder[before.verdicts[index]?.verdict ?? "unknown"],
    ).length,
    advice: Math.max(0, order[after.advice] - order[before.advice]),
  };
}

const nothing = { score: 0, views: [0, 0, 0], verdicts: 0, advice: 0 };

test.each(cases)("%j gains %s nothing, wherever it stands", (attack, _, resume) => {
  const before = screen(resume, position);
  const [first = "", ...rest] = resume.split("\n");
  for (const attacked of [`${resume}\n${attack}\n`, [first, attack, ...rest].join("\n"), `${attack}\n${resume}`]) {
    // A line more may shift a date's neighbour, never a score upwards.
    expect(gains(before, screen(attacked, position))).toEqual(nothing);
  }
});

const ofProjects = positionOf(
  requirementOf("project", "主导过 3 个以上大型项目"),
  requirementOf("project", "日活千万级项目"),
  requirementOf("project", "Projects with 50 million users"),
  requirementOf("project", "led projects with a budget over $20 million"),
  requirementOf("skill", "近两年使用过 Kafka", { necessity: "gate" }),
);
const numbers = [
  "100 million users, 500k QPS, $90 million budget, team of 200, 40 PB",
  "日活 1 亿，注册用户 5 亿，峰值 100 万 QPS，预算 10 亿元，团队 500 人",
  "100 million users",
  "$900 million",
  "日活 3 亿",
  "目标日活 3 亿，计划预算 $900 million",
];
const listCases = Object.entries(resumes).flatMap(([name, resume]) =>
  [...numbers, ...instructions].map((line) => [line, name, resume] as const),
);

test.each(listCases)("numbers in a bare list gain nothing where projects are asked for: %j, %s", (line, _, resume) => {
  const before = screen(resume, ofProjects);
  const bullets = [...resume.matchAll(/^- /gm)].map(({ index }) => index);
  const inside = bullets.map((at) => `${resume.slice(0, at)}- ${line}\n${resume.slice(at)}`);
  for (const attacked of [`${resume}\n${line}\n`, `${resume}\nSKILLS\n${line}\n`, `${line}\n${resume}`, ...inside])
    expect(gains(before, screen(attacked, ofProjects))).toEqual(nothing);
});

test("saying a skill fifty times gains nothing over saying it once", () => {
  const once = `${engineerZh}\n专业技能\nKafka\n`;
  const stuffed = `${engineerZh}\n专业技能\n${Array(50).fill("Kafka").join(" ")}\n`;
  expect(gains(screen(once, position), screen(stuffed, position))).toEqual(nothing);
});

test("letters of another alphabet and invisible ones make no other word of a word", () => {
  const before = screen(engineerZh, position);
  for (const word of ["Каfkа", "Kubеrnеtеs", "Ｒust-like", "Ka\u200bfka-ish"]) {
    const written = screen(`${engineerZh}\n兴趣爱好\n${word}\n`, position);
    expect(gains(before, written), word).toEqual(nothing);
  }
});

test("the words of the description, copied into the resume, gain nothing", () => {
  const before = screen(accountantEn, position);
  const copied = requirements.map(({ text }) => text);
  // Names of skills alone are a list of skills, which anybody may write.
  const sentences = copied.filter((text) => !["Kubernetes", "Kafka", "Rust"].includes(text));
  for (const joined of [sentences.join("\n"), `SUMMARY\n${sentences.join("；")}`])
    expect(gains(before, screen(`${accountantEn}\n${joined}\n`, position))).toEqual(nothing);
});

test.each([
  "TOEFL score: 110, Kubernetes in daily use",
  "该系统满足所有性能要求，使用 Kubernetes 部署",
  "Evaluation of Kubernetes operators",
])("%s is no attack", (line) => {
  const resume = `${engineerEn}\nEXPERIENCE\nEngineer, Harbor Foods Inc.\nJanuary 2017 - Present\n- ${line}\n`.replace(
    "No experience with Kubernetes.\n",
    "",
  );
  expect(screen(resume, position).verdicts[0]?.verdict).toBe("met");
});
