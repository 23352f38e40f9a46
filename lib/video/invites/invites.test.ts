import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { makeRecruiter, makeResume } from "@/lib/testing/factories";
import { makeMedia } from "@/lib/testing/media-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { findVideo } from "@/lib/video/list-videos";
import { readVideo } from "@/lib/video/read-video";
import { receivePart } from "@/lib/video/uploads/receive-parts";
import { beginAnswer, completeAnswers, consentToInvite, inviteSender, openInvite } from "./answer-invite";
import { createInvite, listInvites, revokeInvite } from "./change-invites";

useWorkspace();

const questions = [
  { text: "What did you build?", seconds: 60 },
  { text: "Why did you leave?", seconds: 30 },
];

async function invited(viewer: Viewer) {
  const { id: resumeId } = await makeResume({ owner: viewer });
  const asked = { resumeId, positionApplied: "Engineer", language: "en" as const, questions, days: 7 };
  const { id, path } = await createInvite({ viewer, ...asked });
  return { id, resumeId, token: path.split("/").at(-1) ?? "" };
}

async function answer(token: string, seconds: number) {
  const file = await makeMedia({ seconds, speech: [[0, seconds]], hasPicture: true });
  const { id } = await beginAnswer({ token, fileSize: file.length });
  const chunks = (async function* () {
    yield file;
  })();
  await receivePart({ sender: await inviteSender(token), uploadId: id, part: 0, chunks });
  return id;
}

test("a candidate agrees, answers each question and the link closes; the answers are one recording", async () => {
  const viewer = await makeRecruiter();
  const { token, resumeId } = await invited(viewer);
  await expect(beginAnswer({ token, fileSize: 100 })).rejects.toMatchObject({ message: "no_consent" });
  await consentToInvite({ token, text: "I agree." });
  const uploadIds = [await answer(token, 5), await answer(token, 3)];
  const events = [{ kind: "tab_left" as const, question: 1, seconds: 2, durationSeconds: 4 }];
  await expect(completeAnswers({ token, uploadIds: uploadIds.slice(1), events })).rejects.toMatchObject({
    message: "answers_missing",
  });
  await completeAnswers({ token, uploadIds, events });
  await expect(openInvite(token)).rejects.toMatchObject({ code: "not_found" });
  await expect(completeAnswers({ token, uploadIds, events })).rejects.toMatchObject({ code: "not_found" });
  expect(await listInvites(viewer)).toMatchObject([{ state: "completed", questions: 2 }]);

  const db = scopedDb(viewer.organisationId);
  const { id: videoId, recorded } = await db.video.findFirstOrThrow({ where: { resumeId } });
  expect(recorded).toMatchObject({ consent: { way: "ticked", text: "I agree." } });
  await readVideo({ organisationId: viewer.organisationId, videoId });
  const video = await findVideo({ videoId, viewer });
  expect(video).toMatchObject({ kind: "webm", state: "completed", hasAgreed: true, recordedHere: { events } });
  expect(video?.durationSeconds).toBeCloseTo(8, 0);
  expect(video?.recordedHere?.questions.map(({ startSeconds }) => Math.round(startSeconds))).toEqual([0, 5]);
  expect(await db.videoUpload.count()).toBe(0);
});

test("a link that has run out, was taken back or is somebody's guess opens nothing", async () => {
  const viewer = await makeRecruiter();
  const [old, back] = [await invited(viewer), await invited(viewer)];
  const data = { expiresAt: new Date(Date.now() - 1000) };
  await scopedDb(viewer.organisationId).videoInvite.update({ where: { id: old.id }, data });
  const stranger = await makeRecruiter();
  await expect(revokeInvite({ inviteId: back.id, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  await revokeInvite({ inviteId: back.id, viewer });
  for (const token of [old.token, back.token, "hga_guess", ""])
    await expect(openInvite(token)).rejects.toMatchObject({ code: "not_found" });
  expect((await listInvites(viewer)).map(({ state }) => state).sort()).toEqual(["expired", "revoked"]);
  expect(await listInvites(stranger)).toEqual([]);
});

test("one link's parts are not another's, and an answer is no larger than one recorded here can be", async () => {
  const viewer = await makeRecruiter();
  const [one, other] = [await invited(viewer), await invited(viewer)];
  for (const { token } of [one, other]) await consentToInvite({ token, text: "I agree." });
  const id = await answer(one.token, 2);
  const uploads = { uploadIds: [id, id], events: [] };
  await expect(completeAnswers({ token: other.token, ...uploads })).rejects.toMatchObject({ code: "not_found" });
  await expect(beginAnswer({ token: one.token, fileSize: 100_000_000 })).rejects.toMatchObject({ code: "too_large" });
});
