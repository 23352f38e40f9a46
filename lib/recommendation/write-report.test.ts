import { afterAll, beforeAll, expect, test } from "vitest";
import { saveModelSettings } from "@/lib/ai/settings/save-model-settings";
import { scopedDb } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { makeApplication, makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { namedModels } from "@/lib/testing/model-settings";
import { type ModelServer, says, saysOn, startModelServer } from "@/lib/testing/openai-server";
import { useWorkspace } from "@/lib/testing/workspace";
import { isProvisional } from "./kinds";
import { findRecommendation, makeRecommendation } from "./make-recommendation";
import { proseParts, writeProsePart } from "./write-prose";
import { writeReport } from "./write-report";

useWorkspace();

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

function report(result: Parameters<typeof writeReport>[0], locale: Locale) {
  const t = translator(locale);
  return writeReport(result, locale, {
    dimension: (key) => t(`recommendation.dimension_${key}`),
    subScore: (key) => t(`recommendation.sub_${key}`),
    level: (level) => t(`recommendation.level_${level}`),
    ask: (key) => t(`recommendation.ask_${key}`),
  });
}

async function withModel() {
  const viewer = await makeViewer("admin");
  await saveModelSettings({
    ...{ viewer, baseUrl: server.baseUrl, apiKey: "sk-test", fillsFields: false, asksExperts: false },
    ...{ modelNames: namedModels({ recommendation: "writer" }), prices: [], currency: "CNY" },
    ...{ monthlyTokenCap: null, monthlyCostCap: null },
  });
  const { id: applicationId } = await makeApplication({ owner: viewer });
  const made = await makeRecommendation({ applicationId, viewer });
  const { organisationId } = viewer;
  return {
    viewer,
    applicationId,
    made,
    write: (part: (typeof proseParts)[number]) => writeProsePart({ organisationId, recommendationId: made.id, part }),
  };
}

test("the built-in report says score, range, each dimension and what to ask, in both languages and without a gap", async () => {
  const viewer = await makeRecruiter();
  const { id: applicationId } = await makeApplication({ owner: viewer });
  const { result } = await makeRecommendation({ applicationId, viewer });
  for (const locale of ["zh", "en"] as const) {
    const parts = report(result, locale);
    const text = parts.flatMap(({ paragraphs }) => paragraphs).join("\n");
    for (const number of [result.score?.value, result.score?.low, result.score?.high])
      expect(text).toContain(`${number}`);
    for (const { key } of result.dimensions) expect(parts.map((part) => part.key)).toContain(key);
    expect(text).toContain(translator(locale)(`recommendation.ask_${result.open[0]?.subScore ?? "pressure"}`));
    expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
    expect(report(result, locale)).toEqual(parts);
  }
  const english = report(result, "en").flatMap(({ paragraphs }) => paragraphs);
  expect(english.filter((one) => /[一-龥]/.test(one))).toEqual([]);
});

test("nobody is told to hire whom nobody has spoken with, however high the score", async () => {
  const viewer = await makeRecruiter();
  const { id: applicationId } = await makeApplication({ owner: viewer });
  const { result } = await makeRecommendation({ applicationId, viewer });
  const next = (one: typeof result) => report(one, "en").find(({ key }) => key === "next")?.paragraphs[0];
  const high: typeof result = { ...result, level: "strong_recommend", unknown: [] };
  const met: typeof result = { ...high, sources: { ...high.sources, interviews: 1 } };
  expect(isProvisional(high)).toBe(true);
  expect(next(high)).toBe("Interview, and settle the musts above, before hiring is discussed.");
  const reservation = (one: typeof result) => report(one, "en").find(({ key }) => key === "provisional")?.paragraphs;
  expect(reservation(high)).toEqual(["This is provisional: nobody has interviewed the candidate."]);
  expect(reservation(met)).toBeUndefined();
  expect(isProvisional(met)).toBe(false);
  expect(next(met)).toContain("Discuss hiring soon");
  const must = { requirementKey: applicationId, text: "Java", question: null };
  expect(next({ ...met, unknown: [must] })).toContain("Interview");
});

test("a model writes each part once, from facts without a name, and what it invents stands nowhere", async () => {
  server.script(
    saysOn(({ messages }) => {
      const fact = /F1: (.+)/.exec(messages.map(({ content }) => content).join("\n"))?.[1] ?? "";
      const number = /[\d.]+\d/.exec(fact)?.[0] ?? "";
      return { sentences: [{ facts: ["F1"], zh: `得分 ${number}。`, en: `The score is ${number}.` }] };
    }),
  );
  const { viewer, applicationId, made, write } = await withModel();
  expect(made).toMatchObject({ isProsePending: true, prose: null });
  for (const part of proseParts) await write(part);
  const asked = server.requests.length;
  const known = made.result.dimensions.filter(({ score }) => score !== null).length;
  expect(asked).toBe(known + 1);
  const row = await scopedDb(viewer.organisationId).resume.findFirstOrThrow();
  expect(JSON.stringify(server.requests)).not.toContain(row.candidateName);
  const material = server.requests.map((request) => JSON.stringify(request));
  expect(material.filter((one) => one.includes("provisional: nobody has interviewed"))).toHaveLength(1);
  const found = await findRecommendation({ applicationId, viewer });
  expect(found?.isProsePending).toBe(false);
  expect(found?.prose?.report?.sentences[0]?.en).toContain(`${made.result.score?.value}`);
  expect(found?.result.score).toEqual(made.result.score);
  expect(await write("report")).toEqual({ outcome: "there" });
  expect(server.requests).toHaveLength(asked);
});

test("a part with an invented number or quote keeps its reason, and the others stand", async () => {
  server.script(says({ sentences: [{ facts: ["F1"], zh: "得分 99.9。", en: "The score is 99.9." }] }));
  const { viewer, applicationId, write } = await withModel();
  expect(await write("report")).toEqual({ outcome: "invented" });
  const found = await findRecommendation({ applicationId, viewer });
  expect(found?.prose?.report).toMatchObject({ model: "writer", sentences: [], failureReason: "invented" });
});
