import { expect, test } from "vitest";
import { addComment } from "@/lib/comment/write-comment";
import { scopedDb } from "@/lib/db";
import { makeApplication, makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { getResumeFile } from "./get-resume-file";
import { listActivity } from "./list-activity";
import { tagResumes } from "./tag-resumes";

useWorkspace();

test("what happened stands newest first, each with who did it", async () => {
  const viewer = await makeRecruiter();
  const { resumeId, positionId } = await makeApplication({ owner: viewer });
  await tagResumes({ resumeIds: [resumeId], add: ["a", "b"], remove: [], viewer });
  await addComment({ resumeId, text: "Note", viewer });
  await getResumeFile({ resumeId, viewer });
  await getResumeFile({ resumeId, viewer });

  const { activities, nextCursor } = await listActivity({ resumeId, viewer });
  expect(nextCursor).toBeNull();
  expect(activities.map(({ kind }) => kind)).toEqual([
    "original_read",
    "commented",
    "tagged",
    "screened",
    "read",
    "received",
  ]);
  expect(activities[2]).toMatchObject({ values: { added: 2, removed: 0 }, actor: viewer.name });
  expect(activities[3]).toMatchObject({ position: { id: positionId } });
  expect(activities[5]).toMatchObject({ actor: viewer.name });
});

test("pages follow each other without a gap or a repeat, also where times are equal", async () => {
  const viewer = await makeRecruiter();
  const { resumeId } = await makeApplication({ owner: viewer });
  const createdAt = new Date();
  const { organisationId, userId: authorId } = viewer;
  await scopedDb(organisationId).comment.createMany({
    data: Array.from({ length: 25 }, () => ({ organisationId, resumeId, authorId, text: "n", createdAt })),
  });
  await scopedDb(organisationId).comment.createMany({
    data: Array.from({ length: 25 }, (_, index) => ({
      ...{ organisationId, resumeId, authorId, text: "n" },
      createdAt: new Date(createdAt.getTime() - index * 1000 - 1000),
    })),
  });
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const page = await listActivity({ resumeId, before, viewer });
    seen.push(...page.activities.map(({ id }) => id));
    before = page.nextCursor ?? undefined;
  } while (before);
  expect(seen).toHaveLength(53);
  expect(new Set(seen).size).toBe(53);
});

test("a hiring manager sees nothing of a resume on other positions", async () => {
  const owner = await makeRecruiter();
  const { resumeId } = await makeApplication({ owner });
  const viewer = await makeViewer("hiring_manager", { colleague: owner });
  await expect(listActivity({ resumeId, viewer })).rejects.toMatchObject({ code: "not_found" });
});
