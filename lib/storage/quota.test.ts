import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { resetEnv } from "@/lib/env";
import { acceptResume } from "@/lib/resume/accept-resume";
import { makeRecruiter } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { receiveVideo } from "@/lib/video/store-video";
import { beginUpload, senderOf } from "@/lib/video/uploads/receive-parts";
import { forgetKept } from "./quota";
import { storage } from "./storage";

useWorkspace();

function setQuota(values: Record<string, string>) {
  for (const name of ["UPLOADS_PER_DAY", "STORAGE_LIMIT_GB"]) delete process.env[name];
  Object.assign(process.env, values);
  resetEnv();
  forgetKept();
}
afterEach(() => setQuota({}));

const sent = (size: number) => ({
  ...{ batchId: randomUUID(), fileName: "Jane.txt", declaredType: "text/plain" },
  bytes: Buffer.alloc(size, `Jane Miller ${randomUUID()} `),
});
const wav = (size: number) => Buffer.concat([Buffer.from("RIFF\x24\0\0\0WAVEfmt ", "latin1"), Buffer.alloc(size - 16)]);
async function* inOne(bytes: Buffer) {
  yield bytes;
}

test("somebody sends as many files in a day as they may, exactly, and a colleague still can", async () => {
  setQuota({ UPLOADS_PER_DAY: "3" });
  const viewer = await makeRecruiter();
  const colleague = await makeRecruiter({ colleague: viewer });
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => acceptResume({ viewer, ...sent(500) })));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  const refused = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  for (const reason of refused)
    expect(reason).toMatchObject({ code: "rate_limited", message: "uploads_of_day", values: { limit: 3 } });
  expect(refused[0].retryAfterSeconds).toBeGreaterThan(0);
  expect(await scopedDb(viewer.organisationId).resume.count()).toBe(3);
  expect(await acceptResume({ viewer: colleague, ...sent(500) })).toMatchObject({ outcome: "accepted" });
});

test("an organisation keeps no more than it may: resumes, recordings, and what is only announced", async () => {
  setQuota({ STORAGE_LIMIT_GB: "0.001" });
  const viewer = await makeRecruiter();
  const full = { code: "conflict", message: "storage_full", values: { limit: 0.001 } };
  expect(await acceptResume({ viewer, ...sent(600_000) })).toMatchObject({ outcome: "accepted" });
  await expect(acceptResume({ viewer, ...sent(600_000) })).rejects.toMatchObject(full);
  await expect(receiveVideo(viewer, inOne(wav(600_000)))).rejects.toMatchObject(full);
  const description = {
    ...{ fileName: "a.wav", declaredType: "", candidateName: "Jane", positionApplied: "", hasAgreed: false },
  };
  const begin = (fileSize: number) => beginUpload({ sender: senderOf(viewer), description, fileSize });
  await expect(begin(600_000)).rejects.toMatchObject(full);
  const videos: string[] = [];
  for await (const { key } of storage().list("videos")) videos.push(key);
  expect(videos).toEqual([]);
  expect(await begin(300_000)).toMatchObject({ fileSize: 300_000 });
  // Another organisation has room of its own, and what was deleted counts no more.
  expect(await acceptResume({ viewer: await makeRecruiter(), ...sent(900_000) })).toMatchObject({
    outcome: "accepted",
  });
  await scopedDb(viewer.organisationId).resume.deleteMany();
  forgetKept();
  expect(await acceptResume({ viewer, ...sent(900_000) })).toMatchObject({ outcome: "accepted" });
});

test("without quotas nothing is counted", async () => {
  const viewer = await makeRecruiter();
  await Promise.all(Array.from({ length: 5 }, () => acceptResume({ viewer, ...sent(500) })));
  expect(await scopedDb(viewer.organisationId).resume.count()).toBe(5);
});
