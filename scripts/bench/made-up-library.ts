import { randomUUID } from "node:crypto";
import pg from "pg";
import { importSource } from "./import-source.ts";
import { random } from "./random.ts";

/** Distinct resumes; larger libraries hold each of them many times, so words are as rare as before. */
const distinct = 20_000;
const rowsPerInsert = 500;
/** Nearly two years, over which they came. */
const minutes = 1_000_000;

/** Words with the share of resumes that say them. */
export const planted: [string, number][] = [
  ...([
    ["前端", 0.12],
    ["财务", 0.03],
    ["焊接", 0.004],
    ["考古", 0.0003],
  ] as [string, number][]),
  ...([
    ["工程师", 0.4],
    ["会计师", 0.02],
    ["心理学", 0.002],
    ["机器学习", 0.08],
  ] as [string, number][]),
  ...([
    ["北京大学", 0.006],
    ["量子计算", 0.0002],
  ] as [string, number][]),
  ...([
    ["python", 0.35],
    ["kubernetes", 0.06],
    ["haskell", 0.0005],
  ] as [string, number][]),
];

type Tokens = {
  searchTokens: (text: string, names?: string[]) => number[];
  begunWords: (text: string, names?: string[]) => string[];
};

/** Fills the one organisation of a fresh database with resumes of about 2 KB, half Chinese and half English. */
export async function fillLibrary(url: string, rows: number) {
  const tokens = await importSource<Tokens>("lib/resume/parsing/index/search-tokens.ts");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set maintenance_work_mem = '1GB'; set synchronous_commit = off");
    const { rows: organisations } = await client.query("select id from organisation limit 1");
    const organisationId: string = organisations[0].id;
    const { rows: counted } = await client.query("select count(*)::int as count from resume where source = 'bench'");
    const gins = await dropGinIndexes(client);
    if (counted[0].count === 0) {
      for (let start = 0; start < distinct; start += rowsPerInsert) {
        const made = Array.from({ length: rowsPerInsert }, (_, index) => makeResume(start + index, tokens));
        await client.query(insertMade, [organisationId, JSON.stringify(made)]);
      }
      counted[0].count = distinct;
    }
    for (let copies = counted[0].count / distinct; copies < rows / distinct; copies += 1) {
      await client.query(copyMade);
    }
    for (const definition of gins) await client.query(definition);
    await client.query("vacuum (analyze) resume; ").catch(() => undefined);
    await client.query("vacuum (analyze) resume_content");
  } finally {
    await client.end();
  }
}

/** Filling a GIN index row by row takes hours at this size. */
async function dropGinIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    "select indexname as name, indexdef as definition from pg_indexes where tablename = 'resume' and indexdef like '%USING gin%'",
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  return rows.map(({ definition }) => definition);
}

const columns = `number, file_name, file_size, file_hash, storage_key, state, source, received_at, parsed_at, candidate_name,
  current_title, current_company, highest_degree, school, school_tier, years_of_work, city, skills, search_tokens, words`;

const insertMade = `
  with made as (
    select * from json_to_recordset($2::json) as made(id uuid, minutes int, text text, candidate_name text,
      current_title text, current_company text, highest_degree text, school text, school_tier text, years float8,
      city text, skills text[], tokens int[], words text[])
  ), added as (
    insert into resume (id, organisation_id, ${columns.replace("number, ", "")})
    select id, $1, 'resume.pdf', 20000, id::text, id::text, 'COMPLETED', 'bench', now() - minutes * interval '1 minute',
      now(), candidate_name, current_title, current_company, highest_degree, school, school_tier, years, city, skills, tokens,
      array_to_tsvector(words)
    from made
  )
  insert into resume_content (resume_id, organisation_id, text, layout, profile) select id, $1, text, '{}', '{}' from made`;

/** The base rows once more: the same words, other ids, and times of their own, or one person's copies stand together. */
const copyMade = `
  with base as (
    select *, gen_random_uuid() as new_id from resume where source = 'bench' and storage_key = id::text and file_hash = id::text
  ), added as (
    insert into resume (id, organisation_id, ${columns.replace("number, ", "")})
    select new_id, organisation_id, file_name, file_size, new_id::text, 'copy', state, source,
      now() - random() * interval '${minutes} minutes', parsed_at, candidate_name,
      current_title, current_company, highest_degree, school, school_tier, years_of_work, city, skills, search_tokens, words
    from base
  )
  insert into resume_content (resume_id, organisation_id, text, layout, profile)
  select base.new_id, base.organisation_id, content.text, '{}', '{}'
  from base join resume_content content on content.resume_id = base.id`;

function makeResume(index: number, { searchTokens, begunWords }: Tokens) {
  const dice = random(index + 1);
  const isChinese = index % 2 === 0;
  const words = Array.from({ length: isChinese ? 320 : 260 }, () => pick(isChinese ? chinese : english, dice));
  for (const [word, share] of planted) {
    if (dice() < share) words.splice(Math.floor(dice() * words.length), 0, word);
  }
  const text = isChinese
    ? words.map((word, place) => (place % 12 === 11 ? `${word}，` : word)).join("")
    : words.map((word, place) => (place % 14 === 13 ? `${word}.\n` : word)).join(" ");
  const name = isChinese
    ? `${pick(surnames, dice)}${pick(chinese, dice)}`
    : `${pick(english, dice)} ${pick(english, dice)}`;
  return {
    ...{ id: randomUUID(), minutes: Math.floor(dice() * minutes), text, candidate_name: name },
    ...{ current_title: pick(titles, dice), current_company: `${pick(chinese, dice)}科技`, school: "某大学" },
    highest_degree: dice() < 0.02 ? "doctor" : dice() < 0.2 ? "master" : "bachelor",
    school_tier: dice() < 0.05 ? "985" : dice() < 0.08 ? "211" : null,
    ...{ years: Math.floor(dice() * 25), city: pick(cities, dice) },
    skills: [...new Set(Array.from({ length: 8 }, () => pick(skills, dice)))],
    tokens: searchTokens(`${name}\n${text}`, [name]),
    words: begunWords(`${name}\n${text}`, [name]),
  };
}

/** By Zipf's law, roughly: the earlier in the list, the more frequent. */
function pick<T>(list: readonly T[], dice: () => number): T {
  const place = Math.floor(list.length ** dice()) - 1;
  return list[place] as T;
}

const decoder = new TextDecoder("gb18030");
/** The 3,755 characters of GB 2312, level 1. */
const characters = Array.from({ length: 3755 }, (_, index) =>
  decoder.decode(new Uint8Array([0xb0 + Math.floor(index / 94), 0xa1 + (index % 94)])),
);
const dice = random(7);
const chinese = Array.from({ length: 20_000 }, () => {
  const length = dice() < 0.8 ? 2 : 3;
  return Array.from({ length }, () => characters[Math.floor(dice() * characters.length)]).join("");
});
const syllables = ["ta", "ro", "mi", "sel", "con", "per", "dan", "ly", "tor", "ing", "ex", "pro", "ment", "ver", "os"];
const english = Array.from({ length: 10_000 }, (_, index) => {
  const parts = Array.from(
    { length: 2 + Math.floor(dice() * 3) },
    () => syllables[Math.floor(dice() * syllables.length)],
  );
  return `${parts.join("")}${index % 7 === 0 ? index : ""}`;
});
const surnames = [
  "王",
  "李",
  "张",
  "刘",
  "陈",
  "杨",
  "赵",
  "黄",
  "周",
  "吴",
  "徐",
  "孙",
  "胡",
  "朱",
  "高",
  "林",
  "何",
  "郭",
];
const titles = ["后端工程师", "前端工程师", "会计", "Product Manager", "Sales Manager", "护士", "Data Analyst", "教师"];
const cities = Array.from({ length: 300 }, (_, index) => `${characters[index * 7]}${characters[index * 5]}市`);
const skills = Array.from({ length: 400 }, (_, index) => `skill-${index}`);
