import { expect, test } from "vitest";
import { scopedDb, systemDb } from "@/lib/db";
import { makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { nameOf, passwordPdf, resumeLines } from "@/lib/testing/resume-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { retypeResume } from "./retype-resume";
import { unlockResume } from "./unlock-resume";

useWorkspace();

const password = "Zebulon-Quartermain-91";

async function lockedResume() {
  const viewer = await makeRecruiter();
  const { bytes, name: fileName } = await passwordPdf(password);
  const { id: resumeId } = await makeResume({ owner: viewer, bytes, fileName });
  return { viewer, resumeId };
}

function stored(viewer: { organisationId: string }, id: string) {
  return scopedDb(viewer.organisationId).resume.findUniqueOrThrow({ where: { id }, include: { content: true } });
}

test("the right password reads the file, a wrong one leaves it as it is", async () => {
  const { viewer, resumeId } = await lockedResume();
  expect(await stored(viewer, resumeId)).toMatchObject({ state: "FAILED", failureReason: "encrypted" });
  const wrong = unlockResume({ resumeId, password: "wrong", viewer });
  await expect(wrong).rejects.toMatchObject({ message: "wrong_password" });
  expect(await stored(viewer, resumeId)).toMatchObject({ state: "FAILED", failureReason: "encrypted" });

  expect(await unlockResume({ resumeId, password, viewer })).toEqual({ isRead: true });
  expect(await stored(viewer, resumeId)).toMatchObject({
    ...{ state: "COMPLETED", candidateName: nameOf(7), fileKind: "pdf", failureReason: null },
  });
});

test("the password stands nowhere in the database", async () => {
  const { viewer, resumeId } = await lockedResume();
  await unlockResume({ resumeId, password, viewer });
  const tables = await systemDb().$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
  for (const { name } of tables) {
    const found = await systemDb().$queryRawUnsafe<unknown[]>(
      `select 1 from "${name}" as row where row::text like $1 limit 1`,
      `%${password}%`,
    );
    expect(found, name).toEqual([]);
  }
});

test("a typed text is what is read; the file stays what it is, and its own words are searched", async () => {
  const { viewer, resumeId } = await lockedResume();
  await retypeResume({ resumeId, text: resumeLines(9).join("\n"), viewer });
  const resume = await stored(viewer, resumeId);
  expect(resume).toMatchObject({ state: "COMPLETED", candidateName: nameOf(9), fileKind: "pdf", isRetyped: true });
  expect(resume.content?.text).toContain("Northwind Systems 9");
});

test("only a failed resume of one's own is unlocked or typed", async () => {
  const { viewer, resumeId } = await lockedResume();
  const read = await makeResume({ owner: viewer });
  const typed = { text: "Jane Miller" };
  await expect(retypeResume({ resumeId: read.id, ...typed, viewer })).rejects.toMatchObject({ code: "conflict" });
  const stranger = await makeRecruiter();
  await expect(unlockResume({ resumeId, password, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  await expect(retypeResume({ resumeId, ...typed, viewer: manager })).rejects.toMatchObject({ code: "forbidden" });
});
