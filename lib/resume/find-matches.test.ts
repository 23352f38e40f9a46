import { expect, test } from "vitest";
import type { z } from "zod";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, systemDb } from "@/lib/db";
import { makeRecruiter, makeResume } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { countFacet } from "./count-facet";
import { fillWords } from "./fill-words";
import { listResumesQuery, resumeFilter } from "./filter";
import { listResumes } from "./list-resumes";
import { begunWords, searchTokens } from "./parsing/index/search-tokens";

useWorkspace();

type Asked = z.input<typeof listResumesQuery>;

const list = (viewer: Viewer, asked: Asked) => listResumes({ ...listResumesQuery.parse(asked), viewer });
const namesOf = async (viewer: Viewer, q: string, asked: Asked = {}) =>
  (await list(viewer, { ...asked, q })).resumes.map(({ candidateName }) => candidateName);

async function makePeople(viewer: Viewer, people: Record<string, string>) {
  for (const [name, text] of Object.entries(people)) {
    await makeResume({ owner: viewer, bytes: Buffer.from(`${name}\n\nSkills\n${text}`), fileName: "file.txt" });
  }
}

test("a word is found by its beginning, in any case and width, beside other words and Chinese ones", async () => {
  const viewer = await makeRecruiter();
  await makePeople(viewer, {
    "Jane Miller": "Kubernetes and React, Node.js",
    "Peter Jensen": "ＫＵＢＥＣＴＬ，负责支付系统",
    "Amy Porter": "accounting",
  });
  expect((await namesOf(viewer, "kube")).sort()).toEqual(["Jane Miller", "Peter Jensen"]);
  expect(await namesOf(viewer, "KUBERN")).toEqual(["Jane Miller"]);
  expect(await namesOf(viewer, "支付 kub")).toEqual(["Peter Jensen"]);
  expect(await namesOf(viewer, "jens")).toEqual(["Peter Jensen"]);
  expect(await namesOf(viewer, "ubernetes")).toEqual([]);
  const [row] = (await list(viewer, { q: "kubern" })).resumes;
  expect(row?.snippet).toContain("Kubernetes");
});

test("while a second word is typed the list does not go blank", async () => {
  const viewer = await makeRecruiter();
  await makePeople(viewer, { "Jane Miller": "React and Node.js", "Peter Jensen": "React, Go", "Amy Porter": "Audit" });
  const typed = async (q: string) => (await namesOf(viewer, q)).sort();
  expect(await typed("rea")).toEqual(["Jane Miller", "Peter Jensen"]);
  expect(await typed("react n")).toEqual(["Jane Miller", "Peter Jensen"]);
  expect(await typed("react nod")).toEqual(["Jane Miller"]);
  expect(await typed("rea nod")).toEqual(["Jane Miller"]);
  // A short word that somebody says is a word.
  expect(await typed("react go")).toEqual(["Peter Jensen"]);
  expect(await typed("react xyz")).toEqual([]);
});

test("who says the word itself stands before who says a longer one", async () => {
  const viewer = await makeRecruiter();
  await makePeople(viewer, { "Jane Miller": "Java", "Javanka Jensen": "JavaScript", "Amy Porter": "JavaScript" });
  expect(await namesOf(viewer, "java")).toEqual(["Jane Miller", "Javanka Jensen", "Amy Porter"]);
  expect(await namesOf(viewer, "java", { sort: "newest" })).toEqual(["Amy Porter", "Javanka Jensen", "Jane Miller"]);
  expect(await namesOf(viewer, "javascript")).toHaveLength(2);
  const { values } = await countFacet({ field: "skill", filter: resumeFilter.parse({ q: "java" }), viewer });
  expect(values).toContainEqual({ value: "JavaScript", label: "JavaScript", count: 2 });
});

test("earlier words are beginnings only when nothing is found otherwise", async () => {
  const viewer = await makeRecruiter();
  await makePeople(viewer, { "Jane Miller": "Spring and Kafka", "Peter Jensen": "SpringBoot and Kafkaesque" });
  for (const sort of ["relevance", "newest"] as const) {
    expect(await namesOf(viewer, "spring kafka", { sort }), sort).toEqual(["Jane Miller"]);
    expect(await namesOf(viewer, "springb kafka", { sort }), sort).toEqual(["Peter Jensen"]);
    expect((await namesOf(viewer, "sprin kafk", { sort })).sort(), sort).toEqual(["Jane Miller", "Peter Jensen"]);
  }
});

test("names are found by the beginning of their pinyin, numbers only whole", async () => {
  const viewer = await makeRecruiter();
  await makePeople(viewer, { 张三丰: "电话：13800138000" });
  expect(await namesOf(viewer, "zhangs")).toEqual(["张三丰"]);
  expect(await namesOf(viewer, "13800138000")).toEqual(["张三丰"]);
  expect(await namesOf(viewer, "1380013")).toEqual([]);
});

/** Rows as the parser leaves them, the later ones older. */
async function makeRows(viewer: Viewer, texts: string[]) {
  for (const [index, text] of texts.entries()) {
    await systemDb().$executeRaw`
      insert into resume (id, organisation_id, file_name, file_size, file_hash, storage_key, state, received_at,
        candidate_name, search_tokens, words)
      values (gen_random_uuid(), ${viewer.organisationId}::uuid, 'a.txt', 1, ${`${text} ${index}`}, ${`${index}`},
        'COMPLETED', ${new Date(1_700_000_000_000 - index * 1000)}, ${text}, ${searchTokens(text)}::int[],
        array_to_tsvector(${begunWords(text)}::text[]))`;
  }
}

async function readPages(viewer: Viewer, asked: Asked) {
  const seen: { id: string; candidateName: string | null }[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(viewer, { ...asked, cursor });
    seen.push(...page.resumes);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  return seen.map(({ candidateName }) => candidateName);
}

test("of more matches than are sorted too, the word itself comes first, and every page is there once", async () => {
  const viewer = await makeRecruiter();
  await makeRows(viewer, [...Array.from({ length: 620 }, () => "kafkaesque"), "kafka", "kafka"]);
  const ranked = await readPages(viewer, { q: "kafka", limit: 90 });
  expect(ranked.slice(0, 3)).toEqual(["kafka", "kafka", "kafkaesque"]);
  expect(ranked).toHaveLength(622);
  const newest = await readPages(viewer, { q: "kafka", sort: "newest", limit: 90 });
  expect(newest.slice(-3)).toEqual(["kafkaesque", "kafka", "kafka"]);
  expect(newest).toHaveLength(622);
  expect(await list(viewer, { q: "kafka" })).toMatchObject({ total: 500, isCapped: true });
});

test("a word that more than 500 resumes say is taken as it stands", async () => {
  const viewer = await makeRecruiter();
  await makeRows(viewer, ["kafkaesque", ...Array.from({ length: 501 }, () => "kafka")]);
  expect(await readPages(viewer, { q: "kafka", limit: 100 })).toEqual(Array.from({ length: 501 }, () => "kafka"));
  const { values } = await countFacet({ field: "source", filter: resumeFilter.parse({ q: "kafka" }), viewer });
  expect(values.map(({ count }) => count)).toEqual([501]);
});

test("resumes read before there were words get them, each organisation's own", async () => {
  const [viewer, other] = await Promise.all([makeRecruiter(), makeRecruiter()]);
  await makePeople(viewer, { "Jane Miller": "Kubernetes" });
  await makePeople(other, { "Amy Porter": "Kubernetes" });
  await makeRows(
    viewer,
    Array.from({ length: 201 }, () => "kubectl"),
  );
  await systemDb().$executeRaw`update resume set words = null`;
  expect((await list(viewer, { q: "kube" })).total).toBe(0);
  const fill = () => fillWords({ organisationId: viewer.organisationId });
  expect([await fill(), await fill(), await fill()]).toEqual([{ isMore: true }, { isMore: false }, { isMore: false }]);
  // The rows made here have no text, so nothing but their file's and their candidate's name.
  expect(await namesOf(viewer, "kube")).toEqual(["Jane Miller"]);
  expect(await namesOf(viewer, "jan")).toEqual(["Jane Miller"]);
  expect((await list(other, { q: "kube" })).total).toBe(0);
  expect(await scopedDb(viewer.organisationId).resume.count()).toBe(202);
});

test("a text of very many words is read all the same", async () => {
  const viewer = await makeRecruiter();
  const words = Array.from({ length: 60_000 }, (_, index) => `word${index.toString(36)}`);
  await makePeople(viewer, { "Jane Miller": words.join(" ") });
  expect(await namesOf(viewer, "word1")).toEqual(["Jane Miller"]);
});
