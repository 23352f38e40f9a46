import { expect, test } from "vitest";
import { extractProfile } from "../parsing/extract-profile";
import { applyCorrections, type Correction, marksAt, readAt } from "./apply-corrections";
import { readPath, readValue } from "./paths";

const asOf = "2026-11-21";
const read = (...lines: string[]) =>
  extractProfile({ kind: "txt", text: lines.join("\n"), pages: [], boxes: [], isTruncated: false }, { asOf });
const top = ["姓名：李晓雯", "手机：13912345678", "邮箱：lxw@example.com", "", "工作经历"];
const cloud = "2019.07 - 至今    杭州云图网络科技有限公司    后端工程师";
const light = "2016.07 - 2019.06    上海微光科技有限公司    后端工程师";
const school = ["", "教育经历", "2012.09 - 2016.06    浙江大学    计算机科学与技术    本科"];
const profile = read(...top, cloud, light, ...school);

/** As it would be stored when somebody corrects what `from` says at a path. */
function correction(path: string, value: string, from = profile): Correction {
  return { id: `${path}=${value}`, path, value, readValue: readAt(from, path) ?? null, entry: marksAt(from, path) };
}

test("a corrected value is shown as one, with the place of what it replaces", () => {
  const { profile: corrected } = applyCorrections(profile, [correction("work.1.title", "架构师")]);
  expect(corrected.work[1]?.title).toEqual({
    ...profile.work[1]?.title,
    value: "架构师",
    confidence: 1,
    basis: "corrected",
  });
  expect(corrected.work[0]).toEqual(profile.work[0]);
  expect(profile.work[1]?.title?.value).toBe("后端工程师");
});

test("a confirmed value stays a reading of the text", () => {
  const { profile: confirmed } = applyCorrections(profile, [correction("name", "李晓雯")]);
  expect(confirmed.name).toEqual({ ...profile.name, confidence: 1 });
});

test("read again in another order, a correction follows its entry, never another one at its place", () => {
  const turned = read(...top, light, cloud, ...school);
  const { profile: corrected, placed } = applyCorrections(turned, [correction("work.1.title", "架构师")]);
  expect(placed).toMatchObject([{ at: "work.0.title" }]);
  expect(corrected.work.map(({ title }) => title?.value)).toEqual(["架构师", "后端工程师"]);

  const gone = read(...top, cloud, ...school);
  const rest = applyCorrections(gone, [correction("work.1.title", "架构师"), correction("work.0.title", "经理")]);
  expect(rest.profile.work.map(({ title }) => title?.value)).toEqual(["经理"]);
  expect(rest.unplaced).toMatchObject([{ path: "work.1.title" }]);
});

test("a phone number that is no longer read keeps its correction, beside what is read", () => {
  const other = read("姓名：李晓雯", "手机：13800138000");
  const { profile: corrected } = applyCorrections(other, [correction("phones.0", "13912345679")]);
  expect(corrected.phones.map(({ value }) => value)).toEqual(["13800138000", "13912345679"]);
  const right = read("姓名：李晓雯", "手机：13912345679");
  expect(applyCorrections(right, [correction("phones.0", "13912345679")]).profile.phones).toMatchObject([
    { value: "13912345679", basis: "stated", confidence: 1 },
  ]);
});

test("missing fields can be filled, and follow into what depends on them", () => {
  const bare = read("姓名：李晓雯", "", "教育经历", "2012.09 - 2016.06    浙江大学");
  const { profile: filled } = applyCorrections(bare, [
    correction("emails.0", "a@b.cn", bare),
    correction("education.0.degree", "硕士", bare),
    correction("skills.0.name", "k8s", bare),
    correction("yearsOfWork", "3.5", bare),
  ]);
  expect(filled).toMatchObject({
    emails: [{ value: "a@b.cn", spans: [], basis: "corrected" }],
    highestDegree: { value: "master", basis: "corrected" },
    yearsOfWork: { value: 3.5 },
    skills: [{ name: { value: "k8s" }, canonical: "Kubernetes" }],
  });
});

test("years counted from dates follow a corrected date", () => {
  const { profile: corrected } = applyCorrections(profile, [correction("work.1.start", "2014-07")]);
  expect(profile.yearsOfWork).toMatchObject({ value: 10.4, basis: "inferred" });
  expect(corrected.yearsOfWork).toMatchObject({ value: 12.4, basis: "inferred" });
});

test.each([
  ["phone", "021-5555 1234", "021-5555 1234"],
  ["phone", "call me", null],
  ["email", "a@b.cn", "a@b.cn"],
  ["email", "a at b", null],
  ["date", "2019.7", "2019-07"],
  ["date", "2019年7月", "2019-07"],
  ["date", "至今", "present"],
  ["date", "2019-13", null],
  ["date", "soon", null],
  ["years", "3.5", "3.5"],
  ["years", "71", null],
  ["degree", "master", "master"],
  ["degree", "best", null],
  ["text", "  Jane \n Miller ", "Jane Miller"],
  ["text", " ", null],
] as const)("as %s %j is %j", (kind, written, value) => {
  expect(readValue(kind, written)).toBe(value);
});

test.each([
  "asOf",
  "sections.0.kind",
  "__proto__",
  "work.0.__proto__",
  "constructor.0",
  "work.0.span",
  "work.0",
  "phones",
  "sensitivePlaces.0",
  "birthDate",
])("%s is no field to correct", (path) => {
  expect(readPath(path)).toBeNull();
});
