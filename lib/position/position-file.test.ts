import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { makePosition, makeRecruiter, makeRequirement, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import en from "@/messages/en.json" with { type: "json" };
import zh from "@/messages/zh.json" with { type: "json" };
import { duplicatePosition } from "./duplicate-position";
import { exportPosition } from "./export-position";
import { findPosition } from "./find-position";
import { importPosition } from "./import-position";
import { updatePosition } from "./save-position";

useWorkspace();

const content = {
  title: "后端工程师 “A/B”",
  department: "技术部",
  city: "上海、Berlin",
  description: "第一行\n\tSecond line ✓",
  salaryMin: 20_000,
  salaryMax: null,
  requirements: [
    makeRequirement({ kind: "education", text: "本科及以上", necessity: "gate", weight: 5, note: "看学历证书" }),
    makeRequirement({ text: "Java", necessity: "nice", weight: 1 }),
  ],
};

test("what is exported and imported is exported the same again, to the byte", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  await updatePosition({ viewer, positionId, baseVersion: 1, ...content });
  const { text, fileName } = await exportPosition({ positionId, viewer });
  expect(fileName).toBe(`${content.title}.json`);
  const imported = await importPosition({ file: JSON.parse(text), viewer: await makeRecruiter({ colleague: viewer }) });
  expect((await exportPosition({ positionId: imported.id, viewer })).text).toBe(text);
  const [before, after] = [
    await findPosition({ positionId, viewer }),
    await findPosition({ positionId: imported.id, viewer }),
  ];
  // A key belongs to the versions of one position.
  expect(after?.requirements.map(({ key }) => key)).not.toEqual(before?.requirements.map(({ key }) => key));
});

const file = { format: "hireglass.position", version: 1, title: "x", requirements: [] };
const row = { kind: "skill", text: "Java", necessity: "must", weight: 3, note: "" };
test.each([
  ["nothing", null, "file", 0, "format"],
  ["another file", { name: "x" }, "format", 0, "format"],
  ["a later version", { ...file, version: 2 }, "version", 0, "format"],
  ["no title", { ...file, title: undefined }, "title", 0, "missing"],
  ["an empty title", { ...file, title: " " }, "title", 0, "missing"],
  ["a long title", { ...file, title: "x".repeat(256) }, "title", 0, "too_long"],
  ["a word for a salary", { ...file, salaryMin: "20k" }, "salaryMin", 0, "number"],
  ["salaries upside down", { ...file, salaryMin: 2, salaryMax: 1 }, "salaryMax", 0, "order"],
  ["an unknown field", { ...file, secret: 1 }, "file", 0, "unknown"],
  ["an unknown kind", { ...file, requirements: [row, { ...row, kind: "magic" }] }, "requirement_kind", 2, "choice"],
  ["a heavy weight", { ...file, requirements: [{ ...row, weight: 9 }] }, "requirement_weight", 1, "number"],
  ["no list of requirements", { ...file, requirements: undefined }, "requirements", 0, "missing"],
  ["no text", { ...file, requirements: [{ ...row, text: "" }] }, "requirement_text", 1, "missing"],
  ["101 requirements", { ...file, requirements: Array(101).fill(row) }, "requirements", 0, "too_many"],
])("a file with %s is refused by the field's name in both languages", async (_, input, field, line, problem) => {
  const viewer = await makeRecruiter();
  const error = await importPosition({ file: input, viewer }).catch((thrown) => thrown);
  expect(error).toMatchObject({ message: "position_file_invalid", values: { field, row: line, problem } });
  for (const [locale, messages] of [["zh", zh] as const, ["en", en] as const]) {
    const t = createTranslator<typeof zh>({ locale, messages });
    const said = t("errors.position_file_invalid", error.values);
    expect(said).not.toMatch(/[{}]|position_file_invalid/);
    if (line > 0) expect(said).toContain(String(line));
  }
});

test("several problems are counted", async () => {
  const input = { ...file, title: "", salaryMin: -1, requirements: [{ ...row, text: "" }] };
  const importing = importPosition({ file: input, viewer: await makeRecruiter() });
  await expect(importing).rejects.toMatchObject({ values: { field: "title", more: 2 } });
});

test("a copy has the content, a title that tells it apart, and nobody on it", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  await updatePosition({ viewer, positionId, baseVersion: 1, ...content, title: "x".repeat(255) });
  const copy = await duplicatePosition({ positionId, suffix: "（副本）", viewer });
  const position = await findPosition({ positionId: copy.id, viewer });
  expect(position).toMatchObject({ version: 1, title: `${"x".repeat(251)}（副本）`, city: content.city, members: [] });
  expect(position?.requirements.map(({ key: _, ...rest }) => rest)).toEqual(
    content.requirements.map(({ key: _, ...rest }) => rest),
  );
});

test("positions of others are not found, and managers may not copy or import", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: await makeRecruiter() });
  await expect(exportPosition({ positionId, viewer })).rejects.toMatchObject({ code: "not_found" });
  await expect(duplicatePosition({ positionId, suffix: "", viewer })).rejects.toMatchObject({ code: "not_found" });
  const manager = await makeViewer("hiring_manager");
  await expect(importPosition({ file, viewer: manager })).rejects.toMatchObject({ code: "forbidden" });
});
