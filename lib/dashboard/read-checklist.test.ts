import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { makePosition, makeRecruiter, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { dismissChecklist } from "./dismiss-checklist";
import { readChecklist } from "./read-checklist";

useWorkspace();

test("a step is done when there is something of one's own to show for it", async () => {
  const admin = await makeViewer("admin");
  const db = scopedDb(admin.organisationId);
  const done = async () => (await readChecklist({ viewer: admin }))?.flatMap(({ key, isDone }) => (isDone ? key : []));
  const stranger = await makeRecruiter();
  await makePosition({ owner: stranger });
  expect(await done()).toEqual([]);

  const [{ id: resumeId }, { id: positionId }] = [
    await makeResume({ owner: admin }),
    await makePosition({ owner: admin }),
  ];
  await screen({ positionId, resumeIds: [resumeId], viewer: admin });
  await db.resume.updateMany({ data: { isSample: true } });
  await db.position.updateMany({ data: { isSample: true } });
  expect(await done()).toEqual([]);

  await db.resume.updateMany({ data: { isSample: false } });
  expect(await done()).toEqual(["resumes"]);
  await db.position.updateMany({ data: { isSample: false } });
  expect(await done()).toEqual(["resumes", "position", "screening"]);

  const colleague = await makeRecruiter({ colleague: admin });
  // Connecting a model is optional: without it the list is finished too.
  expect(await readChecklist({ viewer: admin })).toBeNull();
  await db.user.updateMany({ where: { id: colleague.userId }, data: { disabledAt: new Date() } });
  expect(await done()).toEqual(["resumes", "position", "screening"]);
});

test("whoever puts the list away does so for themselves", async () => {
  const admin = await makeViewer("admin");
  const recruiter = await makeRecruiter({ colleague: admin });
  await dismissChecklist({ viewer: recruiter, isDismissed: true });
  expect(await readChecklist({ viewer: recruiter })).toBeNull();
  expect((await readChecklist({ viewer: admin }))?.map(({ key }) => key)).toContain("model");
  await dismissChecklist({ viewer: recruiter, isDismissed: false });
  // What only an admin can do is not asked of a recruiter.
  expect((await readChecklist({ viewer: recruiter }))?.map(({ key }) => key)).toEqual([
    "resumes",
    "position",
    "screening",
  ]);
  await expect(readChecklist({ viewer: await makeViewer("interviewer") })).rejects.toMatchObject({ code: "forbidden" });
});
