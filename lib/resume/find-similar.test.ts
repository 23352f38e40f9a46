import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { chineseResume, resumeLines } from "@/lib/testing/resume-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { findRelated } from "./find-related";
import { findSimilar } from "./find-similar";

useWorkspace();

const text = (lines: string[]) => Buffer.from(lines.join("\n"));
const jane = resumeLines(0);

test("another text with the same phone is the same person, one with other contact details is only alike", async () => {
  const viewer = await makeRecruiter();
  const { id: resumeId } = await makeResume({ owner: viewer, bytes: text(jane) });
  const other = text(["Jane M. Miller", jane[2] ?? "", "", "Skills", "Baking, pottery and long walks by the sea"]);
  const person = await makeResume({ owner: viewer, bytes: other });
  const stranger = [
    "Karla Weber",
    "Email: karla@example.org",
    "Phone: +49 30 1234567",
    ...jane.slice(3, 11),
    ...jane.slice(11),
  ];
  const alike = await makeResume({ owner: viewer, bytes: text(stranger) });
  await makeResume({ owner: viewer, bytes: Buffer.from(chineseResume(5)) });

  const found = await findSimilar({ resumeId, viewer });
  expect(found.samePerson).toMatchObject([{ id: person.id, marks: ["phone"], similarity: null }]);
  expect(found.nearDuplicates.map(({ id }) => id)).toEqual([alike.id]);
  expect(found.nearDuplicates[0]?.similarity).toBeGreaterThan(0.6);
  expect(found.nearDuplicates[0]?.similarity).toBeLessThan(1);
});

test("keys that only collide say nothing: the values themselves are compared", async () => {
  const viewer = await makeRecruiter();
  const db = scopedDb(viewer.organisationId);
  const one = await makeResume({ owner: viewer, bytes: Buffer.from(chineseResume(1)) });
  const two = await makeResume({ owner: viewer, bytes: text(resumeLines(30)) });
  const { personKeys, shingleBands } = await db.resume.findUniqueOrThrow({ where: { id: one.id } });
  await db.resume.update({ where: { id: two.id }, data: { personKeys, shingleBands } });
  expect(await findSimilar({ resumeId: one.id, viewer })).toEqual({ samePerson: [], nearDuplicates: [] });
});

test("the same file and the same text are neither", async () => {
  const viewer = await makeRecruiter();
  const { id: resumeId } = await makeResume({ owner: viewer, bytes: text(jane), fileName: "first.txt" });
  await makeResume({ owner: viewer, bytes: text(jane), fileName: "again.txt" });
  const copy = await makeResume({ owner: viewer, bytes: text([...jane, ""]), fileName: "copy.txt" });
  const related = await findRelated({ resumeId, viewer });
  expect(related.sameFile).toMatchObject([{ fileName: "again.txt" }]);
  expect(related.sameText).toMatchObject([{ id: copy.id }]);
  expect(related).toMatchObject({ samePerson: [], nearDuplicates: [], versions: [] });
  expect((await findRelated({ resumeId: copy.id, viewer })).sameText).toMatchObject([{ id: resumeId }]);
});

test("nobody learns of resumes they cannot see", async () => {
  const owner = await makeRecruiter();
  const { id: resumeId } = await makeResume({ owner, bytes: text(jane) });
  const foreign = await makeRecruiter();
  await makeResume({ owner: foreign, bytes: text([...jane.slice(0, 3), "Other words entirely"]) });
  expect((await findSimilar({ resumeId, viewer: owner })).samePerson).toEqual([]);
  const manager = await makeViewer("hiring_manager", { colleague: owner });
  for (const viewer of [foreign, manager]) {
    await expect(findRelated({ resumeId, viewer })).rejects.toMatchObject({ code: "not_found" });
  }
});
