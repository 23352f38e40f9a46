import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, systemDb } from "@/lib/db";
import { storage } from "@/lib/storage/storage";
import { makeRecruiter, makeResume } from "@/lib/testing/factories";
import { makeMedia } from "@/lib/testing/media-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { findVideo } from "@/lib/video/list-videos";
import { openPoster } from "@/lib/video/poster";
import { readVideo } from "@/lib/video/read-video";
import { forgetOldUploads, nameWhole, receivePart } from "@/lib/video/uploads/receive-parts";
import { beginAnswer, completeAnswers, consentToInvite, inviteSender, openInvite } from "./answer-invite";
import { createInvite, listInvites, revokeInvite } from "./change-invites";
import { limitAnswers } from "./limit-answers";

useWorkspace();

/** As much of a JPEG as is looked at. */
const poster = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString("base64");

async function filesOf(viewer: Viewer) {
  const keys: string[] = [];
  for await (const { key } of storage().list(`videos/${viewer.organisationId}`)) keys.push(key);
  return keys;
}

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
  await expect(completeAnswers({ token, uploadIds: uploadIds.slice(1), events, poster })).rejects.toMatchObject({
    message: "answers_missing",
  });
  // Twice at once, and once more: our answer to the first did not get through.
  const sent = { token, uploadIds, events, poster };
  await Promise.all([completeAnswers(sent), completeAnswers(sent)]);
  await completeAnswers(sent);
  await expect(openInvite(token)).rejects.toMatchObject({ code: "not_found" });
  const others = { ...sent, uploadIds: uploadIds.toReversed() };
  await expect(completeAnswers(others)).rejects.toMatchObject({ code: "not_found" });
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
  expect(await db.video.count()).toBe(1);
  expect(video?.hasPoster).toBe(true);
  expect(Buffer.from(await openPoster({ videoId, viewer })).toString("base64")).toBe(poster);
  expect((await filesOf(viewer)).length).toBe(2);
});

test("when the recording cannot be stored the link stays open, the answers are safe and nothing else is left", async () => {
  const viewer = await makeRecruiter();
  const { token } = await invited(viewer);
  await consentToInvite({ token, text: "I agree." });
  const sent = { token, uploadIds: [await answer(token, 2), await answer(token, 2)], events: [], poster: null };
  const db = systemDb();
  await db.$executeRawUnsafe(
    "create function refuse_video() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$",
  );
  await db.$executeRawUnsafe(
    "create trigger refuse_video before insert on video for each row execute function refuse_video()",
  );
  await expect(completeAnswers(sent)).rejects.toThrow();
  expect((await openInvite(token)).completedAt).toBeNull();
  expect(await filesOf(viewer)).toEqual([]);
  await db.$executeRawUnsafe("drop function refuse_video cascade");
  await completeAnswers(sent);
  expect(await listInvites(viewer)).toMatchObject([{ state: "completed" }]);
  expect((await filesOf(viewer)).length).toBe(1);
});

test("what a crash left of a try goes after a day, the recording stays", async () => {
  const viewer = await makeRecruiter();
  const { token } = await invited(viewer);
  await consentToInvite({ token, text: "I agree." });
  const uploadId = await answer(token, 2);
  const left = await nameWhole({ sender: await inviteSender(token), uploadId });
  await storage().put(left, Buffer.from("half"), "video/webm");
  await forgetOldUploads();
  expect(await filesOf(viewer)).toEqual([left]);
  await forgetOldUploads(new Date(Date.now() + 25 * 3_600_000));
  expect(await filesOf(viewer)).toEqual([]);
  expect(await scopedDb(viewer.organisationId).videoUpload.count()).toBe(0);
});

test("a link is opened and answered only so often, and another link does not wait for it", async () => {
  const [token, other] = ["hga_one", "hga_other"];
  const headers = (address: string) => new Headers({ "x-forwarded-for": `made up, ${address}` });
  const heavy = { token, isHeavy: true };
  for (let call = 0; call < 60; call += 1) await limitAnswers({ ...heavy, headers: headers("192.0.2.1") });
  // Another address does not help.
  await expect(limitAnswers({ ...heavy, headers: headers("192.0.2.2") })).rejects.toMatchObject({
    code: "rate_limited",
  });
  await limitAnswers({ ...heavy, token: other, headers: headers("192.0.2.1") });
  await limitAnswers({ token, headers: headers("192.0.2.1") });
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
  const uploads = { uploadIds: [id, id], events: [], poster: null };
  await expect(completeAnswers({ token: other.token, ...uploads })).rejects.toMatchObject({ code: "not_found" });
  await expect(beginAnswer({ token: one.token, fileSize: 100_000_000 })).rejects.toMatchObject({ code: "too_large" });
});
