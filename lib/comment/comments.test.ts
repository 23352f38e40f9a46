import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { setBlind } from "@/lib/position/set-blind";
import { setPositionMembers } from "@/lib/position/set-members";
import { listActivity } from "@/lib/resume/list-activity";
import { makeApplication, makePosition, makeRecruiter, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { listComments, listMentionable } from "./list-comments";
import { listWaitingMentions, readMentions } from "./mentions";
import { addComment, deleteComment, editComment } from "./write-comment";

useWorkspace();

async function makeTeam() {
  const owner = await makeRecruiter();
  const { id: applicationId, positionId, resumeId } = await makeApplication({ owner });
  const [manager, outsider, interviewer] = [
    await makeViewer("hiring_manager", { colleague: owner }),
    await makeViewer("hiring_manager", { colleague: owner }),
    await makeViewer("interviewer", { colleague: owner }),
  ];
  const userIds = [manager.userId, interviewer.userId];
  await setPositionMembers({ positionId, userIds, viewer: owner });
  return { owner, manager, outsider, interviewer, applicationId, positionId, resumeId };
}

const waitingFor = async (viewer: Viewer) => (await listWaitingMentions({ viewer })).total;

test("one's own comment is edited and deleted, which shows; nobody else's but by an admin", async () => {
  const { owner: author, manager, resumeId } = await makeTeam();
  const admin = await makeViewer("admin", { colleague: author });
  const { id: commentId } = await addComment({ resumeId, text: "Call after Tuesday", viewer: author });
  const [seen] = await listComments({ resumeId, viewer: manager });
  expect(seen).toMatchObject({ text: "Call after Tuesday", author: author.name, isOwn: false, canDelete: false });
  expect(seen?.editedAt).toBeNull();

  for (const viewer of [manager, admin])
    await expect(editComment({ resumeId, commentId, text: "x", viewer })).rejects.toMatchObject({ code: "not_found" });
  await editComment({ resumeId, commentId, text: "Call after Friday", viewer: author });
  expect(await listComments({ resumeId, viewer: manager })).toMatchObject([
    { text: "Call after Friday", editedAt: expect.any(String) },
  ]);
  await expect(deleteComment({ resumeId, commentId, viewer: manager })).rejects.toMatchObject({ code: "not_found" });
  expect(await listComments({ resumeId, viewer: admin })).toMatchObject([{ isOwn: false, canDelete: true }]);
  await deleteComment({ resumeId, commentId, viewer: admin });
  expect(await listComments({ resumeId, viewer: author })).toMatchObject([
    { text: "", isDeleted: true, isOwn: false, canDelete: false, author: author.name },
  ]);
  await expect(editComment({ resumeId, commentId, text: "x", viewer: author })).rejects.toMatchObject({
    code: "not_found",
  });
  const row = await scopedDb(author.organisationId).comment.findFirstOrThrow();
  expect(row).toMatchObject({ text: "", deletedById: admin.userId });
  const { activities } = await listActivity({ resumeId, viewer: author });
  expect(activities.slice(0, 3).map(({ kind, actor }) => [kind, actor])).toEqual([
    ["comment_deleted", admin.name],
    ["comment_edited", author.name],
    ["commented", author.name],
  ]);
});

test("a comment on a position is for who sees the candidate there, one on the resume for all who see it", async () => {
  const { owner, manager, outsider, interviewer, applicationId, resumeId, positionId } = await makeTeam();
  const { id: other } = await makePosition({ owner, title: "Another position" });
  await screen({ positionId: other, resumeIds: [resumeId], viewer: owner });
  await setPositionMembers({ positionId: other, userIds: [outsider.userId], viewer: owner });
  await addComment({ resumeId, text: "For all", viewer: owner });
  await addComment({ resumeId, applicationId, text: "For the position", viewer: owner });
  const texts = async (viewer: Viewer) => (await listComments({ resumeId, viewer })).map(({ text }) => text);
  for (const viewer of [owner, manager, interviewer])
    expect(await texts(viewer)).toEqual(["For the position", "For all"]);
  expect(await texts(outsider)).toEqual(["For all"]);
  const { activities } = await listActivity({ resumeId, viewer: outsider });
  expect(activities.filter(({ kind }) => kind === "commented")).toHaveLength(1);
  const [onPosition] = await listComments({ resumeId, viewer: manager });
  expect(onPosition?.position).toMatchObject({ id: positionId, applicationId });
  await expect(addComment({ resumeId, applicationId, text: "x", viewer: outsider })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("only who sees the candidate can be called, and it waits for them until they have read it", async () => {
  const { owner, manager, outsider, interviewer, applicationId, resumeId } = await makeTeam();
  const people = await listMentionable({ resumeId, applicationId, viewer: owner });
  expect(people.map(({ id }) => id).toSorted()).toEqual([manager.userId, interviewer.userId].toSorted());
  const text = `@${manager.name} what do you think?`;
  const call = (mentions: string[]) => addComment({ resumeId, applicationId, text, mentions, viewer: owner });
  for (const stranger of [outsider.userId, (await makeRecruiter()).userId, randomUUID()])
    await expect(call([manager.userId, stranger])).rejects.toMatchObject({
      code: "bad_request",
      message: "mention_unseen",
    });
  expect(await listComments({ resumeId, viewer: owner })).toEqual([]);

  const { id: commentId } = await call([manager.userId, owner.userId, manager.userId]);
  expect(await waitingFor(owner)).toBe(0);
  expect(await listWaitingMentions({ viewer: manager })).toMatchObject({
    total: 1,
    mentions: [{ commentId, resumeId, applicationId, author: owner.name, positionTitle: "Backend engineer" }],
  });
  expect(await listComments({ resumeId, viewer: manager })).toMatchObject([
    { isUnread: true, mentions: [{ id: manager.userId, name: manager.name }] },
  ]);
  await readMentions({ commentIds: [commentId], viewer: interviewer });
  expect(await waitingFor(manager)).toBe(1);
  await readMentions({ commentIds: [commentId], viewer: manager });
  expect(await waitingFor(manager)).toBe(0);

  // In other words it calls another one: who read it is not called again.
  const mentions = [manager.userId, interviewer.userId];
  await editComment({ resumeId, commentId, text: `${text} @${interviewer.name}`, mentions, viewer: owner });
  expect([await waitingFor(manager), await waitingFor(interviewer)]).toEqual([0, 1]);
  await editComment({ resumeId, commentId, text: "Never mind", mentions: [], viewer: owner });
  expect(await waitingFor(interviewer)).toBe(0);
});

test("what one may not see any more, and what was deleted, waits for nobody", async () => {
  const { owner, manager, interviewer, applicationId, positionId, resumeId } = await makeTeam();
  const mentions = [manager.userId, interviewer.userId];
  const { id: commentId } = await addComment({ resumeId, applicationId, text: "Both", mentions, viewer: owner });
  await setPositionMembers({ positionId, userIds: [manager.userId], viewer: owner });
  expect([await waitingFor(manager), await waitingFor(interviewer)]).toEqual([1, 0]);
  await deleteComment({ resumeId, commentId, viewer: owner });
  expect(await waitingFor(manager)).toBe(0);
});

test("neither the audit nor another organisation learns what was written", async () => {
  const { owner, manager, applicationId, resumeId } = await makeTeam();
  const written = { resumeId, applicationId, text: "Jane is great", mentions: [manager.userId] };
  const { id: commentId } = await addComment({ ...written, viewer: owner });
  await editComment({ resumeId, commentId, text: "Jane is good", viewer: owner });
  await deleteComment({ resumeId, commentId, viewer: owner });
  const audit = await scopedDb(owner.organisationId).auditEvent.findMany({
    where: { action: { startsWith: "resume.comment_" } },
    orderBy: { createdAt: "asc" },
  });
  expect(audit.map(({ action, details }) => [action, details])).toEqual([
    ["resume.comment_added", { commentId, mentions: 1 }],
    ["resume.comment_edited", { commentId, mentions: 0 }],
    ["resume.comment_deleted", { commentId, mentions: 0 }],
  ]);
  const outside = await makeViewer("hiring_manager", { colleague: owner });
  for (const viewer of [outside, await makeRecruiter()]) {
    await expect(listComments({ resumeId, viewer })).rejects.toMatchObject({ code: "not_found" });
    await expect(addComment({ resumeId, text: "x", viewer })).rejects.toMatchObject({ code: "not_found" });
    await expect(listMentionable({ resumeId, viewer })).rejects.toMatchObject({ code: "not_found" });
  }
  const missing = { resumeId, commentId: randomUUID(), viewer: owner };
  await expect(deleteComment(missing)).rejects.toMatchObject({ code: "not_found" });
});

test("a hidden candidate's name is hidden in comments and in what waits, and is not lost by editing", async () => {
  const owner = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner });
  const bytes = Buffer.from("欧阳志远\n13911112222\n工作经历\n2019.01 - 至今 云杉科技 Java工程师\n专业技能\nJava");
  const { id: resumeId } = await makeResume({ owner, bytes, fileName: "欧阳志远.txt" });
  await screen({ positionId, resumeIds: [resumeId], viewer: owner });
  const colleague = await makeRecruiter({ colleague: owner });
  const comment = { resumeId, text: "欧阳志远 13911112222 可以约", mentions: [colleague.userId] };
  const { id: commentId } = await addComment({ ...comment, viewer: owner });
  await setBlind({ positionId, blind: "person", viewer: owner });
  const shown = [await listComments({ resumeId, viewer: colleague }), await listWaitingMentions({ viewer: colleague })];
  expect(JSON.stringify(shown)).not.toMatch(/欧阳|13911112222/);
  expect(JSON.stringify(shown)).toMatch(/可以约/);
  const edited = editComment({ resumeId, commentId, text: "████ 可以约", viewer: owner });
  await expect(edited).rejects.toMatchObject({ message: "candidate_blind" });
});
