import { describe, expect, test } from "vitest";
import skillData from "@/data/skills.json" with { type: "json" };
import { canonicalSkill, findSkills } from "./skills";

const names = (text: string) => findSkills(text).map(({ canonical }) => canonical);

test("the dictionary is large and no name means two skills", () => {
  const entries = Object.values(skillData.skills).flat();
  const all = entries.flatMap((entry) => entry.split("|")).map((name) => name.toLowerCase());
  expect(entries.length).toBeGreaterThanOrEqual(2000);
  expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
});

test.each([
  ["k8s", "Kubernetes"],
  ["React.js", "React"],
  ["spring boot", "Spring Boot"],
  ["Vue3", "Vue.js"],
  ["Java语言", "Java"],
  ["Python 3.8", "Python"],
  ["通义千问", "Qwen"],
  ["三坐标", "CMM"],
  ["汇算清缴", "Corporate Income Tax"],
  ["校招", "Campus Recruiting"],
  ["针灸推拿", "Acupuncture"],
  ["c plus", null],
  ["", null],
])("%s is %s", (text, canonical) => {
  expect(canonicalSkill(text)).toBe(canonical);
});

describe("words are matched whole", () => {
  test.each([
    ["Django, JavaScript and Node.js", ["Django", "JavaScript", "Node.js"]],
    ["熟悉SpringBoot、MySQL和Redis，了解机器学习", ["Spring Boot", "MySQL", "Redis", "Machine Learning"]],
    ["going for goals with Carl and Roger", []],
    ["They go far. I excel at work. Spring is here.", []],
    ["Languages: C, R, Go, C++, C#", ["C", "R", "Go", "C++", "C#"]],
    ["machine\nlearning", ["Machine Learning"]],
    ["负责回流焊，熟悉MSA、SPC", ["SMT", "MSA", "SPC"]],
    ["从事纳税申报、汇算清缴和全面预算", ["Tax", "Corporate Income Tax", "Financial Planning"]],
    ["爱好游泳、篮球，喜欢看漫画，健全科学的人格，服务城市政府", []],
    ["He did well, kept his bonds with the cast and saw futures turning bright", []],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

test("places are those of the text, full-width letters included", () => {
  const text = "用Ｐｙｔｈｏｎ写";
  expect(findSkills(text)).toEqual([{ canonical: "Python", start: 1, end: 7 }]);
});

test("a hundred pages take well under a second", () => {
  const text = "Led a team using Kubernetes, Go and PostgreSQL. 负责数据分析与项目管理。\n".repeat(4000);
  const started = performance.now();
  expect(findSkills(text).length).toBeGreaterThan(10_000);
  expect(performance.now() - started).toBeLessThan(1500);
});
