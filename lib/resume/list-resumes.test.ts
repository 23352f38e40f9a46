import { expect, test } from "vitest";
import type { z } from "zod";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, systemDb } from "@/lib/db";
import { makePosition, makeRecruiter, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { countFacet } from "./count-facet";
import { type FacetField, listResumesQuery, resumeFilter } from "./filter";
import { listResumes } from "./list-resumes";
import { queryTokens } from "./parsing/index/search-tokens";

useWorkspace();

const all = listResumesQuery.parse({ sort: "newest" });

test("pages follow each other without a gap or a repeat", async () => {
  const viewer = await makeRecruiter();
  for (let index = 0; index < 7; index += 1) await makeResume({ owner: viewer, isRead: false });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listResumes({ ...all, viewer, limit: 3, cursor });
    expect(page.total).toBe(7);
    seen.push(...page.resumes.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
});

test("search finds words, Chinese and Latin, and takes special characters literally", async () => {
  const viewer = await makeRecruiter();
  await makeResume({ owner: viewer, bytes: Buffer.from("李晓雯\n高级产品经理，熟悉支付业务\nC++ and Node.js") });
  await makeResume({ owner: viewer, bytes: Buffer.from("Peter Jensen\nAccountant, 100%_sure") });
  const found = async (q: string) => (await listResumes({ ...all, viewer, q })).resumes.map((row) => row.candidateName);
  expect(await found("产品经理")).toEqual(["李晓雯"]);
  expect(await found("支付")).toEqual(["李晓雯"]);
  expect(await found("李")).toEqual(["李晓雯"]);
  expect(await found("c++ node.js")).toEqual(["李晓雯"]);
  expect(await found("ACCOUNTANT")).toEqual(["Peter Jensen"]);
  expect(await found("产品会计")).toEqual([]);
  for (const odd of ["' or 1=1 --", "%", "\\", "a & b | !c", "(((", "::tsquery"]) {
    await expect(found(odd), odd).resolves.toBeInstanceOf(Array);
  }
});

test("the state filter and the roles narrow the list", async () => {
  const viewer = await makeRecruiter();
  await makeResume({ owner: viewer });
  await makeResume({ owner: viewer, isRead: false });
  await makeResume({ owner: viewer, bytes: Buffer.from(" \n ") });
  const total = async (state: "all" | "ready" | "reading" | "unreadable") =>
    (await listResumes({ ...all, viewer, state })).total;
  expect([await total("all"), await total("ready"), await total("reading"), await total("unreadable")]).toEqual([
    3, 1, 1, 1,
  ]);
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  expect((await listResumes({ ...all, viewer: manager })).total).toBe(0);
});

const list = (viewer: Viewer, asked: z.input<typeof listResumesQuery>) =>
  listResumes({ ...listResumesQuery.parse(asked), viewer });

test("a name stands before a company, a company before the text", async () => {
  const viewer = await makeRecruiter();
  const job = (company: string) => `Experience\nAccountant, ${company}  2020.01 - 2024.01`;
  await makeResume({ owner: viewer, bytes: Buffer.from(`Tom Becker\n\n${job("Acme Ltd")}\n- Audited Jensen Ltd`) });
  await makeResume({ owner: viewer, bytes: Buffer.from(`Peter Jensen\n\n${job("Corner Ltd")}`) });
  await makeResume({ owner: viewer, bytes: Buffer.from(`Amy Porter\n\n${job("Jensen Ltd")}`) });
  const names = (await list(viewer, { q: "jensen" })).resumes.map(({ candidateName }) => candidateName);
  expect(names).toEqual(["Peter Jensen", "Amy Porter", "Tom Becker"]);
});

test("more matches than are sorted are ranked first and then go on by age, without a gap or a repeat", async () => {
  const viewer = await makeRecruiter();
  const db = scopedDb(viewer.organisationId);
  const [token = 0] = queryTokens("kafka").tokens;
  const { organisationId } = viewer;
  await db.resume.createMany({
    data: Array.from({ length: 620 }, (_, index) => ({
      ...{ organisationId, fileName: "a.txt", fileSize: 1, fileHash: `${index}`, storageKey: `${index}` },
      ...{ state: "COMPLETED" as const, searchTokens: [token], receivedAt: new Date(1_700_000_000_000 + (index % 50)) },
      candidateName: index === 600 ? "Kafka" : "Somebody",
    })),
  });
  for (const sort of ["relevance", "newest"] as const) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(viewer, { q: "kafka", sort, limit: 90, cursor });
      if (seen.length === 0) expect(page).toMatchObject({ total: 500, isCapped: true });
      seen.push(...page.resumes.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size, sort).toBe(620);
    expect(seen, sort).toHaveLength(620);
  }
});

test.each([
  [13_000, 1_000_000],
  [1_000_000, 2_000_000],
])(
  "in a library of %i rows a word that few say is listed by age too, wherever those who say it stand",
  async (rows, number) => {
    const viewer = await makeRecruiter();
    const words = ["kafka", "flink", "redis", "spark", "scala", "hive", "cobol"];
    const [kafka, flink, redis, spark, scala, hive, cobol] = words.map((word) => queryTokens(word).tokens[0] ?? 0);
    // Its pairs stand in every fortieth too, and the word in the titles of the 600 oldest.
    const accountant = queryTokens("会计师").tokens;
    // Said by every tenth; and by a hundred of the newest, its pairs by hundreds more.
    const [analyst, translator] = ["分析师", "翻译员"].map((word) => queryTokens(word).tokens);
    // Said by every twentieth, by the 600 oldest, by so many that the recent rows tell, and by few enough to be sorted;
    // by every third, and by the 150 or 12 newest alone.
    await scopedDb(viewer.organisationId).$executeRaw`
    insert into resume (id, organisation_id, number, file_name, file_size, file_hash, storage_key, state, received_at, current_title, search_tokens)
    select gen_random_uuid(), ${viewer.organisationId}::uuid, ${number}::int + place, 'a.txt', 1, 'large' || place, place::text,
      'COMPLETED', timestamptz '2024-01-01' - place * interval '1 second',
      concat(case when place > 12400 then '会计师' end, case when place % 10 = 0 then '分析师' end,
        case when place <= 900 and place % 9 = 1 then '翻译员' end),
      case when place % 20 = 0 then array[${kafka}::int] else '{}' end || case when place > 12400 then array[${flink}::int] else '{}' end
        || case when place % 15 = 0 then array[${redis}::int] else '{}' end || case when place % 100 = 0 then array[${spark}::int] else '{}' end
        || case when place % 3 = 0 then array[${scala}::int] else '{}' end || case when place <= 150 then array[${hive}::int] else '{}' end
        || case when place <= 12 then array[${cobol}::int] else '{}' end
        || case when place > 12400 or place % 40 = 0 then ${accountant}::int[] else '{}' end
        || case when place % 10 = 0 then ${analyst}::int[] else '{}' end || case when place <= 900 then ${translator}::int[] else '{}' end
    from generate_series(1, 13000) as place`;
    // What PostgreSQL believes is what decides the way.
    await systemDb().$executeRaw`update pg_class set reltuples = ${rows}::int where oid = 'resume'::regclass`;
    const ages = async (q: string, sort: "relevance" | "newest") => {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(viewer, { q, sort, limit: 200, cursor });
        seen.push(...page.resumes.map(({ receivedAt }) => (Date.UTC(2024, 0, 1) - Date.parse(receivedAt)) / 1000));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return seen;
    };
    for (const sort of ["relevance", "newest"] as const) {
      expect(await ages("kafka", sort), sort).toEqual(Array.from({ length: 650 }, (_, index) => (index + 1) * 20));
      expect(await ages("flink", sort), sort).toEqual(Array.from({ length: 600 }, (_, index) => 12_401 + index));
      expect(await ages("会计师", sort), sort).toEqual(Array.from({ length: 600 }, (_, index) => 12_401 + index));
      expect(await ages("分析师", sort), sort).toEqual(Array.from({ length: 1300 }, (_, index) => (index + 1) * 10));
      expect(await ages("翻译员", sort), sort).toEqual(Array.from({ length: 100 }, (_, index) => index * 9 + 1));
      expect(await list(viewer, { q: "分析师", sort })).toMatchObject({ total: 200, isCapped: true });
      expect(await list(viewer, { q: "翻译员", sort })).toMatchObject({ total: 100, isCapped: false });
      expect(await list(viewer, { q: "scala", sort })).toMatchObject({ total: 500, isCapped: true });
      expect(await list(viewer, { q: "hive", sort })).toMatchObject({ total: 150, isCapped: false });
      expect(await list(viewer, { q: "cobol", sort })).toMatchObject({ total: 12, isCapped: false, nextCursor: null });
      expect(await ages("hive", sort), sort).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
      expect((await ages("redis", sort)).slice(0, 300), sort).toEqual(
        Array.from({ length: 300 }, (_, index) => (index + 1) * 15),
      );
      expect(await ages("spark", sort), sort).toEqual(Array.from({ length: 130 }, (_, index) => (index + 1) * 100));
    }
  },
);

test("filters narrow the list, alone and together, and their counts tell what is left", async () => {
  const viewer = await makeRecruiter();
  const person = (name: string, city: string, degree: string, skills: string) =>
    makeResume({
      owner: viewer,
      bytes: Buffer.from(`姓名：${name}\n现居城市：${city}\n学历：${degree}\n专业技能\n${skills}`),
    });
  await person("王小明", "上海", "本科", "Java、Kafka");
  await person("李晓雯", "上海", "硕士", "Java、Python");
  const { id } = await person("陈志强", "北京", "本科", "Python");
  const names = async (asked: z.input<typeof listResumesQuery>) =>
    (await list(viewer, asked)).resumes.map(({ candidateName }) => candidateName).sort();
  expect(await names({ city: "上海" })).toEqual(["李晓雯", "王小明"]);
  expect(await names({ city: "上海,北京", degree: "bachelor" })).toEqual(["王小明", "陈志强"]);
  expect(await names({ skill: "Java,Python" })).toEqual(["李晓雯"]);
  expect(await names({ q: "技能:Java 城市:上海 学历>=硕士" })).toEqual(["李晓雯"]);
  expect(await names({ from: "2000-01-01", to: "2000-01-02" })).toEqual([]);

  const { id: positionId } = await makePosition({ owner: viewer });
  await screen({ positionId, resumeIds: [id], viewer });
  expect(await names({ position: positionId, stage: "screened" })).toEqual(["陈志强"]);
  expect(await names({ stage: "hired" })).toEqual([]);
  const [row] = (await list(viewer, { position: positionId })).resumes;
  expect(row?.positions).toMatchObject([{ positionId, stage: "screened" }]);

  const counts = async (field: FacetField, asked: z.input<typeof resumeFilter> = {}) =>
    (await countFacet({ field, filter: resumeFilter.parse(asked), viewer })).values.map(({ value, count }) => [
      value,
      count,
    ]);
  expect(await counts("city")).toEqual([
    ["上海", 2],
    ["北京", 1],
  ]);
  // Its own choice does not hide a filter's other values.
  expect(await counts("city", { city: "北京", degree: "bachelor" })).toEqual([
    ["上海", 1],
    ["北京", 1],
  ]);
  expect(await counts("skill", { q: "python" })).toContainEqual(["Python", 2]);
  expect(await counts("position")).toEqual([[positionId, 1]]);
  expect(await counts("stage")).toEqual([["screened", 1]]);
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  const seen = await countFacet({ field: "city", filter: resumeFilter.parse({}), viewer: manager });
  expect(seen.values).toEqual([]);
});
