import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import {
  accountantEn,
  customerManagerZh,
  engineerEn,
  engineerZh,
  positionOf,
  requirementOf,
  screen,
} from "./engine/fixtures/resumes";
import { scoreSentences } from "./engine/score-sentences";
import { verdictSentences } from "./engine/verdict-sentences";
import type { ScreeningResult, Statement } from "./schema";
import { isKnown, say } from "./statements";

const sentences = Object.entries({ ...verdictSentences, ...scoreSentences });

const position = {
  ...positionOf(
    requirementOf("experience", "3 年以上后端开发经验"),
    requirementOf("skill", "Java、Kafka、Terraform"),
    requirementOf("skill", "Vue 或 React"),
    requirementOf("skill", "8 years of Java"),
    requirementOf("skill", "近两年使用过 MySQL"),
    requirementOf("skill", "used Docker or Java within the last 20 years"),
    requirementOf("skill", "recent hands-on Python"),
    requirementOf("education", "本科及以上，计算机相关专业"),
    requirementOf("certificate", "CPA 或 PMP", { necessity: "gate" }),
    requirementOf("project", "支付系统重构"),
    requirementOf("project", "主导过两个以上大型项目"),
    requirementOf("project", "led 3 Kafka projects"),
    requirementOf("project", "日均 10 亿条消息的项目"),
    requirementOf("project", "区块链项目负责人"),
    requirementOf("leadership", "带过 5 人以上团队"),
    requirementOf("language", "Fluent English", { necessity: "nice" }),
    requirementOf("other", "良好的沟通能力"),
  ),
  salaryMin: 10000,
  salaryMax: 20000,
};
const results = [engineerZh, engineerEn, accountantEn, customerManagerZh, "某人\n"].map((resume) =>
  screen(resume, position),
);

const statementsOf = (result: ScreeningResult): Statement[] => [
  ...result.verdicts.map(({ reason }) => reason),
  ...result.views.flatMap(({ dimensions, comments }) => [...comments, ...dimensions.map(({ reason }) => reason)]),
  ...result.adviceReasons,
  ...result.strengths,
  ...result.gaps,
  ...result.questions,
  ...(result.suggestedSalary ? [result.suggestedSalary.reason] : []),
];

test("every code in the engine's source has its sentence, and every sentence its code", () => {
  const folder = path.join(import.meta.dirname, "engine");
  const source = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !/test\.ts$|sentences\.ts$/.test(name))
    .map((name) => readFileSync(path.join(folder, name), "utf8"))
    .join("\n");
  const written = [...source.matchAll(/statement\(([^`]*?)[,)]/g)].flatMap(([, first = ""]) =>
    [...first.matchAll(/"([a-z_]+)"/g)].map(([, code = ""]) => code),
  );
  const kinds = ["skill", "experience", "education", "certificate", "project", "leadership", "language", "other"];
  const made = [
    ...["teamwork", "leadership"].flatMap((key) => [`${key}_mentions`, `${key}_unknown`]),
    ...["partly", "not_met", "unknown"].map((verdict) => `gap_${verdict}`),
    ...["met", "partly", "not_met"].map((verdict) => `expert_${verdict}`),
    ...["met", "partly"].map((verdict) => `accepted_${verdict}`),
    ...kinds.flatMap((kind) => [`ask_${kind}`, `ask_${kind}_more`]),
  ];
  const codes = new Set([...written.filter((code) => code.length > 0), ...made]);
  expect([...codes].filter((code) => !isKnown(code))).toEqual([]);
  expect(sentences.map(([code]) => code).filter((code) => !codes.has(code))).toEqual([]);
});

test("whatever the engine says is a whole sentence in both languages", () => {
  for (const statement of results.flatMap(statementsOf)) {
    for (const locale of ["zh", "en"] as const) {
      const text = say(statement, locale);
      expect(text).not.toMatch(/[{}]|undefined|\bnull\b| {2}|、$|, [.;]/);
      expect(text).not.toBe(statement.code);
    }
  }
});

test("punctuation fits the language, without exclamation marks", () => {
  for (const [, [zh, en]] of sentences) {
    const plain = zh.replace(/\{[^}]*\}/g, "");
    expect(plain).not.toMatch(/[,;:?!！]|\.$/);
    expect(zh).toMatch(/[。？）]$|\{requirement\}$/);
    expect(en.replace(/\{[^}]*\}/g, "")).not.toMatch(/[，。；：？！、「」!]/);
    const named = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();
    expect(named(en)).toEqual(named(zh));
  }
});

test("lists, numbers, degrees and languages read well", () => {
  const partly = { code: "skill_partly", values: { skills: "Java、Go", missing: "Redis、Kafka" } };
  expect(say(partly, "zh")).toBe("有 Java、Go；没有看到 Redis、Kafka。");
  expect(say(partly, "en")).toBe("Shows Java, Go; no mention of Redis, Kafka.");
  expect(say({ code: "teamwork_mentions", values: { count: 1 } }, "en")).toBe(
    "Working with others is mentioned 1 time.",
  );
  expect(say({ code: "degree_lower", values: { degree: "associate", asked: "bachelor" } }, "en")).toBe(
    "Highest degree: an associate degree; a bachelor's degree asked.",
  );
  expect(say({ code: "degree_lower", values: { degree: "associate", asked: "bachelor" } }, "zh")).toBe(
    "最高学历为大专，要求本科。",
  );
  expect(say({ code: "language_absent", values: { language: "japanese" } }, "zh")).toBe("简历没有提到日语。");
  expect(say({ code: "years_met", values: { years: 1, asked: 1 } }, "en")).toBe("1 year of work; 1 asked.");
});

test("a requirement that ends in a stop does not get a second one", () => {
  expect(say({ code: "gate_to_ask", values: { requirement: "有驾照。" } }, "zh")).toBe("门槛要先问清：有驾照。");
  expect(say({ code: "gate_to_ask", values: { requirement: "Holds a licence." } }, "en")).toBe(
    "A gate has to be asked about first: Holds a licence.",
  );
});

test("a code of another engine shows itself", () => {
  expect(say({ code: "from_the_future", values: {} }, "en")).toBe("from_the_future");
});
