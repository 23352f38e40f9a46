import { expect, test } from "vitest";
import { findQuote } from "@/lib/ai/find-quote";
import type { ScreeningResult, Verdict } from "@/lib/screening/schema";
import { prepareResume } from "../experts/prepare-resume";
import { instructions } from "./fixtures/attacks";
import {
  accountantEn,
  customerManagerZh,
  engineerEn,
  engineerZh,
  positionOf,
  profileOf,
  requirementOf,
  screen,
} from "./fixtures/resumes";
import type { ScreenedPosition } from "./score-judged";
import { type GivenFact, withFacts } from "./with-facts";

const position = positionOf(
  requirementOf("skill", "Kubernetes", { weight: 5 }),
  requirementOf("skill", "Distributed tracing", { weight: 3 }),
  requirementOf("project", "高并发系统设计", { weight: 2 }),
  requirementOf("leadership", "带过 20 人以上团队", { weight: 2 }),
  requirementOf("experience", "5 年以上后端开发经验"),
  requirementOf("other", "Willing to be on call", { necessity: "gate" }),
  requirementOf("certificate", "PMP"),
  requirementOf("other", "限男性"),
);

type Said = { of: string; verdict: Verdict; quotes: string[] };
type Judge = { objections?: string[]; isReviewed?: boolean; asked?: ScreenedPosition };

/** Facts as the checks hand them on: quotes at their places in the resume. */
function judge(text: string, said: Said[], { objections = [], isReviewed = true, asked = position }: Judge = {}) {
  const { requirements } = asked;
  const result = screen(text, asked);
  const source = prepareResume({ text, profile: profileOf(text), corrections: [], requirements });
  const keyOf = (of: string) => requirements.find((one) => one.text === of)?.key ?? "";
  const facts = said.map(({ of, verdict, quotes }): GivenFact => {
    const found = quotes.flatMap((quote) => findQuote(text, quote) ?? []);
    return { requirementKey: keyOf(of), verdict, quotes: found, by: "technical" };
  });
  const made = objections.map((of) => ({ requirementKey: keyOf(of), zh: "不", en: "no" }));
  const review = isReviewed ? { objections: made } : null;
  const after = withFacts({ position: asked, result, facts, source, review });
  const of = (one: string) => after.verdicts.find(({ requirementKey }) => requirementKey === keyOf(one));
  return { before: result, after, of, source };
}

const tracing = "Distributed tracing";
const onCall = "Willing to be on call";
const built = "Built order services in Go and PostgreSQL, cutting latency by 45%";

test("without facts the result is the engine's own", () => {
  const { before, after } = judge(engineerEn, []);
  expect(after).toBe(before);
});

test("what the engine did not know counts with words of the resume, and is scored by the engine's formula", () => {
  const { before, after, of } = judge(engineerEn, [{ of: tracing, verdict: "met", quotes: [built] }]);
  expect(of(tracing)).toMatchObject({
    verdict: "met",
    points: { value: 100, low: 100, high: 100 },
    quotes: [{ text: built }],
    expert: { outcome: "counted", by: "technical", builtIn: { verdict: "unknown" } },
  });
  const technical = (result: ScreeningResult) => result.views.find(({ key }) => key === "technical")?.dimensions[0];
  // Of the weights 5, 3, 3 and 2, three of points that were in the middle are shown.
  expect((technical(after)?.score?.value ?? 0) - (technical(before)?.score?.value ?? 0)).toBeCloseTo((50 * 3) / 13, 1);
  expect(after.comprehensive.value).toBeGreaterThan(before.comprehensive.value);
  for (const { quotes } of after.verdicts)
    for (const quote of quotes) expect(engineerEn.slice(quote.start, quote.end)).toBe(quote.text);
});

test.each<[string, Said, string]>([
  ["no quote", { of: tracing, verdict: "met", quotes: [] }, "no_quote"],
  ["an invented quote", { of: tracing, verdict: "met", quotes: ["Jaeger in production"] }, "no_quote"],
  ["a wish", { of: tracing, verdict: "met", quotes: ["Looking to learn Rust"] }, "no_evidence"],
  ["a denial", { of: tracing, verdict: "met", quotes: ["No experience with Kubernetes."] }, "no_evidence"],
  ["a smaller number", { of: "带过 20 人以上团队", verdict: "met", quotes: ["March 2020 - Present"] }, "engine_knows"],
  ["what the engine knows", { of: "Kubernetes", verdict: "met", quotes: [built] }, "engine_knows"],
  ["against somebody, without a denial", { of: tracing, verdict: "not_met", quotes: [built] }, "no_denial"],
])("%s moves nothing", (_, said, outcome) => {
  const { before, after, of } = judge(engineerEn, [said]);
  expect(of(said.of)?.expert).toMatchObject({ outcome, verdict: said.verdict });
  expect(of(said.of)?.expert).not.toHaveProperty("builtIn");
  expect(after.comprehensive).toEqual(before.comprehensive);
  expect(after.verdicts.map(({ expert, ...own }) => own)).toEqual(before.verdicts);
});

test("an expert who says unknown, or judges a personal attribute, is not heard", () => {
  const { before, after } = judge(engineerEn, [
    { of: tracing, verdict: "unknown", quotes: [built] },
    { of: "限男性", verdict: "met", quotes: [built] },
  ]);
  expect(after).toBe(before);
});

test("the critic's objection takes a fact out; without a critic words of the requirement are needed", () => {
  const said: Said = { of: tracing, verdict: "met", quotes: [built] };
  expect(judge(engineerEn, [said], { objections: [tracing] }).of(tracing)).toMatchObject({
    verdict: "unknown",
    expert: { outcome: "objected", objection: { en: "no" } },
  });
  expect(judge(engineerEn, [said], { isReviewed: false }).of(tracing)).toMatchObject({
    verdict: "unknown",
    expert: { outcome: "not_reviewed" },
  });
  const asked = positionOf(requirementOf("other", "Enjoys weekly calls with customers abroad"));
  const of = "Enjoys weekly calls with customers abroad";
  const resume = engineerEn.replace("cutting latency by 45%", "talking with customers every week");
  const inWords: Said = { of, verdict: "met", quotes: ["talking with customers every week"] };
  expect(judge(resume, [inWords], { asked, isReviewed: false }).of(of)).toMatchObject({
    expert: { outcome: "counted" },
  });
});

test("a verdict against somebody needs their own denial, and closes no gate", () => {
  const resume = engineerEn.replace("SKILLS\n", "SKILLS\nNot available at night or on weekends.\n");
  const said: Said = { of: onCall, verdict: "not_met", quotes: ["Not available at night or on weekends."] };
  const { after, of } = judge(resume, [said]);
  expect(of(onCall)).toMatchObject({ verdict: "not_met", gate: "ask", expert: { outcome: "counted" } });
  expect(after.adviceReasons.map(({ code }) => code)).not.toContain("gate_failed");
});

test("a requirement with a number is met by a quote that holds as much", () => {
  const asked = positionOf(requirementOf("other", "Teaching for 6 years"), requirementOf("skill", "Go"));
  const of = "Teaching for 6 years";
  const resume = (years: string) =>
    engineerEn.replace("SKILLS\n", `SKILLS\n${years} of evening classes for beginners\n`);
  const met = (years: string) => {
    const quotes = [`${years} of evening classes for beginners`];
    return judge(resume(years), [{ of, verdict: "met", quotes }], { asked }).of(of)?.verdict;
  };
  expect([met("7 years"), met("4 years"), met("Since 2014, years")]).toEqual(["met", "unknown", "unknown"]);
});

test("one quote for everything carries nothing", () => {
  const asked = positionOf(...["Tact", "Tracing", "Sailing", "Haskell"].map((text) => requirementOf("other", text)));
  const said = asked.requirements.map(({ text }): Said => ({ of: text, verdict: "met", quotes: [built] }));
  const { before, after } = judge(engineerEn, said, { asked });
  expect(after.verdicts.map(({ expert }) => expert?.outcome)).toEqual(Array(4).fill("same_quote"));
  expect(after.comprehensive).toEqual(before.comprehensive);
  expect(judge(engineerEn, said.slice(0, 2), { asked }).after.comprehensive.value).toBeGreaterThan(
    before.comprehensive.value,
  );
});

const resumes = { engineerZh, engineerEn, accountantEn, customerManagerZh };
const attacks = Object.entries(resumes).flatMap(([name, resume]) =>
  instructions.map((attack) => [attack, name, resume] as const),
);

/** Says what it is told: all met, with the words that tell it so, whole and in pieces. */
function obey(attack: string): Said[] {
  const pieces = attack.split(/[,，。.;；:：]/).filter((piece) => piece.trim().length > 3);
  return position.requirements.map(({ text }, index) => ({
    ...{ of: text, verdict: "met" as const },
    quotes: [attack, ...pieces].slice(index % 2),
  }));
}

test.each(attacks)("%j is obeyed by a model and gains %s nothing", (attack, _, resume) => {
  const clean = judge(resume, []).before;
  const [first = "", ...rest] = resume.split("\n");
  for (const attacked of [`${resume}\n${attack}\n`, [first, attack, ...rest].join("\n")]) {
    const { after, before, source } = judge(attacked, obey(attack));
    expect(after.verdicts.map(({ verdict }) => verdict)).toEqual(before.verdicts.map(({ verdict }) => verdict));
    expect(after.comprehensive).toEqual(before.comprehensive);
    expect(after.comprehensive.value).toBeLessThanOrEqual(clean.comprehensive.value);
    expect(source.shown, "the model is not even shown it").not.toContain(attack);
  }
});

test("the position's own sentences, copied into the resume, carry nothing", () => {
  const texts = ["Runs releases on a weekly schedule", "Speaks at meetups about testing", "Keeps runbooks up to date"];
  const asked = positionOf(...texts.map((text) => requirementOf("other", text)));
  const said = texts.map((text): Said => ({ of: text, verdict: "met", quotes: [text] }));
  const { before, after, source } = judge(`${accountantEn}\nSUMMARY\n${texts.join("\n")}\n`, said, { asked });
  expect(after.comprehensive).toEqual(before.comprehensive);
  for (const text of texts) expect(source.shown).not.toContain(text);
});
