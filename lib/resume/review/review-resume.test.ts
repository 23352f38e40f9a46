import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseResume } from "@/lib/resume/parsing/parse-resume";
import { middleEn, middleZh, strongEn, strongZh, weakEn, weakZh } from "./fixtures/resumes";
import { reviewResume } from "./review-resume";
import { dimensionPoints, dimensions, review } from "./schema";
import { sentences } from "./sentences";

async function reviewText(text: string) {
  const { document, profile } = await parseResume(Buffer.from(text), { fileName: "resume.txt", asOf: "2026-01-15" });
  return { text: document.text, result: reviewResume(document, profile) };
}

const all = { strongZh, middleZh, weakZh, strongEn, middleEn, weakEn };

test.each([
  ["Chinese", [strongZh, middleZh, weakZh]],
  ["English", [strongEn, middleEn, weakEn]],
] as const)("of three %s resumes the better one always scores clearly higher", async (_, texts) => {
  const [strong, middle, weak] = await Promise.all(texts.map(reviewText));
  const of = (one: typeof strong) => one?.result.overall ?? 0;
  expect(of(strong)).toBeGreaterThanOrEqual(85);
  expect(of(strong) - of(middle)).toBeGreaterThan(15);
  expect(of(middle) - of(weak)).toBeGreaterThan(15);
  expect(of(weak)).toBeLessThan(40);
  for (const dimension of ["project", "skillMatch", "content", "expression"] as const)
    expect(strong?.result.scores[dimension], dimension).toBeGreaterThan(weak?.result.scores[dimension] ?? 0);
});

test.each(Object.entries(all))(
  "%s: the same twice, its total the sum, its spans and quotes in the text",
  async (_, text) => {
    const [one, two] = await Promise.all([reviewText(text), reviewText(text)]);
    expect(JSON.stringify(one.result)).toBe(JSON.stringify(two.result));
    const result = review.parse(one.result);
    expect(result.overall).toBe(dimensions.reduce((sum, dimension) => sum + result.scores[dimension], 0));
    for (const { points, max, spans, values } of result.measures) {
      expect(points).toBeLessThanOrEqual(max);
      for (const { end } of spans) expect(end).toBeLessThanOrEqual(one.text.length);
      for (const key of ["best", "bare", "vague", "long", "idle", "personal"])
        if (values[key]) expect(one.text).toContain(String(values[key]).replace(/…$/, ""));
    }
    const said = [result.summary, ...result.strengths, ...result.suggestions.flatMap(({ issue }) => issue)];
    for (const sentence of said) expect(sentence).not.toMatch(/\{|\}|undefined|[[\]]|：。|: \./);
  },
);

test("the measures of a dimension add up to its points, and each has its sentences", async () => {
  const { result } = await reviewText(strongZh);
  for (const dimension of dimensions) {
    const sum = result.measures
      .filter((one) => one.dimension === dimension)
      .reduce((points, one) => points + one.max, 0);
    expect(sum, dimension).toBe(dimensionPoints[dimension]);
  }
  expect(result.measures.map(({ key }) => key).sort()).toEqual(Object.keys(sentences).sort());
});

test("sentences come in the resume's language", async () => {
  const [zh, en] = await Promise.all([reviewText(middleZh), reviewText(middleEn)]);
  expect(zh.result.language).toBe("zh");
  expect(zh.result.summary).toMatch(/^总分/);
  expect(en.result.summary).not.toMatch(/\p{Script=Han}/u);
  expect(en.result.suggestions.map(({ recommendation }) => recommendation).join()).not.toMatch(/\p{Script=Han}/u);
});

const manySkills =
  "Python、Go、Rust、C++、Kotlin、Scala、React、Angular、TypeScript、Node.js、Django、Flask、PostgreSQL、MongoDB、Oracle、Kafka、RabbitMQ、Elasticsearch、Kubernetes、Docker、Jenkins、Terraform、AWS、Azure、Hadoop、Spark、Flink、Hive、TensorFlow、PyTorch";

test("a list of thirty skills that no job shows gains nothing to speak of", async () => {
  const stuffed = middleZh.replace("Java、MySQL、Redis、Vue", `Java、MySQL、Redis、Vue、${manySkills}`);
  const [plain, full] = await Promise.all([reviewText(middleZh), reviewText(stuffed)]);
  expect(full.result.scores.skillMatch - plain.result.scores.skillMatch).toBeLessThanOrEqual(3);
  expect(full.result.overall - plain.result.overall).toBeLessThanOrEqual(4);
});

test("the list within a job, and a sentence said ten times, gain nothing to speak of", async () => {
  const line = "- 使用 Redis 优化首页接口";
  const listed = middleZh.replace(line, `${line}\n- 使用 ${manySkills}`);
  const repeated = middleZh.replace(line, Array.from({ length: 10 }, () => line).join("\n"));
  const [plain, more, again] = await Promise.all([middleZh, listed, repeated].map(reviewText));
  expect((more?.result.overall ?? 0) - (plain?.result.overall ?? 0)).toBeLessThanOrEqual(4);
  expect((again?.result.overall ?? 0) - (plain?.result.overall ?? 0)).toBeLessThanOrEqual(2);
});

test("a number in a job description raises the score for results, and one in a date or a version does not", async () => {
  const change = (from: string, to: string) => reviewText(middleZh.replace(from, to));
  const resultsOf = ({ result }: Awaited<ReturnType<typeof reviewText>>) =>
    result.measures.find(({ key }) => key === "results")?.points ?? 0;
  const plain = await reviewText(middleZh);
  const measured = await change("优化首页接口", "优化首页接口，响应时间由 800ms 降到 120ms");
  const dated = await change("优化首页接口", "优化首页接口，2023 年 5 月上线，Redis 7.2");
  expect(resultsOf(measured)).toBeGreaterThan(resultsOf(plain));
  expect(resultsOf(dated)).toBe(resultsOf(plain));
});

test.each(["你好，世界", "lorem ipsum dolor sit amet", "0123456789"])(
  "%s is no resume: below ten points",
  async (text) => {
    expect((await reviewText(text)).result.overall).toBeLessThan(10);
  },
);

const files = "lib/resume/parsing/fixtures";

test.each(readdirSync(files).filter((name) => /\.(?:txt|md|doc)$/.test(name)))(
  "%s: a review with nothing left open",
  async (fileName) => {
    const bytes = readFileSync(`${files}/${fileName}`);
    const { document, profile } = await parseResume(bytes, { fileName, asOf: "2026-01-15" });
    const result = review.parse(reviewResume(document, profile));
    expect(result.overall).toBeGreaterThan(30);
    for (const { issue } of result.suggestions) expect(issue).not.toMatch(/\{|\}|undefined|：。|: \./);
  },
);
