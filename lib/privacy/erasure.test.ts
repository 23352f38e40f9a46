import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import JSZip from "jszip";
import pg from "pg";
import { expect, test } from "vitest";
import { verifyAudit } from "@/lib/audit/verify-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, systemDb } from "@/lib/db";
import { env } from "@/lib/env";
import { recordPrivacy, setLegalHold } from "@/lib/privacy/change-privacy";
import { makePosition, makeRecruiter, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { erasePerson } from "./erase-person";
import { exportPerson } from "./export-person";
import { finishErasure, removeErasedFiles } from "./remove-erased-files";
import { applyRetention, previewRetention, runRetention } from "./retention";

const workspace = useWorkspace();

/** One person's words, in every place that keeps words. */
function canariesOf(seed: string) {
  return {
    name: `Zelda Quill${seed}`,
    email: `zelda.${seed.toLowerCase()}@canary.example`,
    phone: `138001${seed.charCodeAt(0)}${seed.charCodeAt(1)}0`.padEnd(11, "7").slice(0, 11),
    sentence: `Ploughed the quixotic${seed} order system with Java`,
    fileName: `zelda-quill-${seed}.txt`,
    comment: `comment-canary-${seed}`,
    said: `said-canary-${seed}`,
    letter: `letter-canary-${seed}`,
    note: `note-canary-${seed}`,
    reason: `reason-canary-${seed}`,
    prompt: `prompt-canary-${seed}`,
    report: `report-canary-${seed}`,
    video: `video-canary-${seed}`,
    audio: `audio-canary-${seed}`,
    record: `record-canary-${seed}`,
  };
}
type Canaries = ReturnType<typeof canariesOf>;

type MakePerson = { owner: Viewer; admin: Viewer; positionId: string; canaries: Canaries };

/** A person with something in every table and folder that can hold their words. */
async function makePerson({ owner, admin, positionId, canaries }: MakePerson) {
  const { organisationId, userId } = owner;
  const db = scopedDb(organisationId);
  const { name, email, phone, sentence, fileName } = canaries;
  const text = `${name}\n${email}\n${phone}\n\nExperience\n2019.01 - 2024.06  Acme Ltd  Java engineer\n${sentence}\n\nEducation\n2015 - 2019 Tsinghua University, Computer Science, Bachelor\n`;
  const { id: resumeId } = await makeResume({ owner, bytes: Buffer.from(text), fileName });
  const batchId = (await db.importBatch.create({ data: { organisationId, createdById: userId } })).id;
  await db.importItem.create({
    data: { organisationId, batchId, fileName, fileSize: 1, outcome: "accepted", resumeId },
  });
  await db.importItem.create({ data: { organisationId, batchId, fileName, fileSize: 1, outcome: "refused" } });
  await screen({ positionId, resumeIds: [resumeId], viewer: owner });
  const application = await db.application.findFirstOrThrow({ where: { resumeId } });
  const { id: applicationId, candidateId } = application;
  await db.comment.create({ data: { organisationId, resumeId, authorId: userId, text: canaries.comment } });
  await db.decision.create({
    data: {
      ...{ organisationId, applicationId, decidedById: userId, outcome: "reject", reason: canaries.reason },
      ...{ stageBefore: "applied", stageAfter: "rejected", snapshot: { name }, snapshotHash: "0" },
    },
  });
  await db.application.update({ where: { id: applicationId }, data: { stage: "rejected", notes: canaries.note } });
  await db.message.create({
    data: {
      ...{ organisationId, applicationId, kind: "reject", locale: "en", recipientName: name, recipient: email },
      ...{ subject: "About you", body: canaries.letter, createdById: userId },
    },
  });
  await db.expertAnswer.create({
    data: {
      ...{
        organisationId,
        resumeId,
        expert: "hr",
        digest: randomUUID(),
        model: "m",
        findings: { said: canaries.prompt },
      },
      ...{ askedForId: randomUUID(), inputTokens: 1, outputTokens: 1, isEstimated: false },
    },
  });
  await db.savedView.create({
    data: { organisationId, userId, name: `view ${randomUUID()}`, query: `q=${encodeURIComponent(name)}` },
  });
  const endpoint = await db.webhookEndpoint.create({
    data: { organisationId, url: "https://example.com/in", sealedSecret: "", events: [], createdById: userId },
  });
  await db.webhookDelivery.create({
    data: { organisationId, endpointId: endpoint.id, type: "resume.read", payload: { resumeId } },
  });
  const interview = await db.interview.create({
    data: {
      organisationId,
      applicationId,
      resumeId,
      consent: { way: "spoken", keepsAudio: true, at: "2026-11-01T00:00:00Z" },
    },
  });
  const interviewId = interview.id;
  const turn = await db.interviewTurn.create({
    data: { id: randomUUID(), organisationId, interviewId, round: 1, question: { text: "Why?" } },
  });
  const segmentId = randomUUID();
  await db.interviewSegment.create({
    data: {
      ...{ id: segmentId, organisationId, interviewId, turnId: turn.id, speaker: "candidate", text: canaries.said },
      ...{ startSeconds: 0, endSeconds: 1, source: "typed", edit: 1n, revision: 1 },
    },
  });
  await db.interviewAudio.create({ data: { segmentId, interviewId, organisationId, bytes: 1 } });
  const [videoId, reportId] = [randomUUID(), randomUUID()];
  const videoKey = `videos/${organisationId}/${videoId}`;
  const posterKey = `${videoKey}-poster`;
  const halfKey = `videos/${organisationId}/${randomUUID()}-half`;
  await db.videoUpload.create({
    data: { organisationId, description: { resumeId }, fileSize: 10n, partSize: 10, wholeKeys: [halfKey] },
  });
  await db.video.create({
    data: {
      ...{ id: videoId, organisationId, resumeId, name, fileName: `${name}.mp4`, candidateName: name, kind: "mp4" },
      ...{
        positionApplied: "",
        fileSize: 10n,
        storageKey: videoKey,
        posterKey,
        transcript: { lines: [canaries.video] },
      },
    },
  });
  const reportKey = `reports/${organisationId}/${reportId}/file`;
  await db.report.create({
    data: {
      ...{ id: reportId, organisationId, kind: "position", subjectType: "position", subjectId: positionId },
      ...{ fileName: `${name}.pdf`, mediaType: "application/pdf", storageKey: reportKey, state: "completed" },
    },
  });
  await store(`interviews/${interviewId}/${segmentId}`, canaries.audio);
  for (const key of [videoKey, posterKey, halfKey]) await store(key, canaries.video);
  await store(reportKey, canaries.report);
  await recordPrivacy({
    candidateId,
    viewer: admin,
    kind: "consent",
    way: "email",
    note: canaries.record,
    at: "2026-11-02",
  });
  const { number } = await db.candidate.findUniqueOrThrow({ where: { id: candidateId } });
  return { candidateId, applicationId, resumeId, confirmation: String(number) };
}

async function store(key: string, text: string) {
  const path = join(workspace.dataDir, "files", key);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, text);
}

/** Where any of these words stands, byte for byte, in any row of any table or in any file; sealed columns aside. */
async function search(canaries: Canaries): Promise<string[]> {
  const words = Object.values(canaries).flatMap((word) => [word, word.toLowerCase()]);
  const found: string[] = [];
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    "select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')",
  );
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`select row_to_json(t)::text as row from ${name} t`);
    const text = rows.map(({ row }) => decode(row)).join("\n");
    for (const word of words) if (text.includes(word)) found.push(`${name}: ${word}`);
  }
  await client.end();
  const folder = join(workspace.dataDir, "files");
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    for (const word of words)
      if (bytes.includes(word) || entry.name.includes(word)) found.push(`${entry.name}: ${word}`);
  }
  return [...new Set(found)];
}

function decode(row: string) {
  try {
    return `${row}\n${decodeURIComponent(row.replace(/%(?![0-9a-f]{2})/gi, "%25"))}`;
  } catch {
    return row;
  }
}

async function makeTwo() {
  const owner = await makeRecruiter();
  const admin = await makeViewer("admin", { colleague: owner });
  const { id: positionId } = await makePosition({ owner });
  const [one, other] = [canariesOf("Ka"), canariesOf("Zo")];
  const erased = await makePerson({ owner, admin, positionId, canaries: one });
  const kept = await makePerson({ owner, admin, positionId, canaries: other });
  return { owner, admin, one, other, erased, kept };
}

test("of an erased person no byte is left in any table or file, the other one is whole, and the chain still holds", async () => {
  const { owner, admin, one, other, erased } = await makeTwo();
  const { organisationId } = owner;
  const before = await search(one);
  for (const word of Object.values(one))
    expect(
      before.some((place) => place.endsWith(word)),
      word,
    ).toBe(true);
  const others = await search(other);

  const { id: erasureId } = await erasePerson({ ...erased, viewer: admin });
  expect((await search(one)).filter((place) => !place.includes("-canary-") && place.startsWith("public."))).toEqual([]);
  const stays = await scopedDb(organisationId).erasure.findUniqueOrThrow({ where: { id: erasureId } });
  expect(stays.files.length).toBeGreaterThan(4);
  await removeErasedFiles({ organisationId, erasureId });
  await removeErasedFiles({ organisationId, erasureId });
  await finishErasure({ organisationId, erasureId });

  expect(await search(one)).toEqual([]);
  // Reports that named both went too, and are made anew.
  const reports = (place: string) => !place.includes("report-canary") && !place.startsWith("public.report:");
  expect((await search(other)).filter(reports)).toEqual(others.filter(reports));
  const events = await scopedDb(organisationId).auditEvent.findMany({ where: { candidateId: erased.candidateId } });
  expect(events.map(({ action }) => action)).toContain("person.erased");
  expect(await systemDb().candidate.count({ where: { id: erased.candidateId } })).toBe(0);
  for await (const chain of verifyAudit()) expect(chain).toMatchObject({ broken: null, unlinked: 0 });
  await expect(erasePerson({ ...erased, viewer: admin })).rejects.toMatchObject({ code: "not_found" });
});

test("an export holds everything of one person and nothing of another", async () => {
  const { admin, owner, one, other, erased } = await makeTwo();
  const { body, fileName } = await exportPerson({ candidateId: erased.candidateId, viewer: admin, locale: "en" });
  expect(fileName).toBe(`person-${erased.confirmation}.zip`);
  const zip = await JSZip.loadAsync(await new Response(body).arrayBuffer());
  const parts = await Promise.all(
    Object.values(zip.files).map(async (file) => `${file.name}\n${await file.async("string")}`),
  );
  const all = parts.join("\n");
  const { prompt: _, report: __, ...own } = one;
  for (const word of Object.values(own)) expect(all.includes(word), word).toBe(true);
  expect(all.includes(one.prompt)).toBe(true);
  for (const word of Object.values(other)) expect(all.includes(word), word).toBe(false);
  for (const person of [owner, admin]) {
    expect(all.includes(person.email)).toBe(false);
    expect(all.includes(person.userId)).toBe(false);
  }
  expect(JSON.parse((await zip.file("data.json")?.async("string")) ?? "")).toMatchObject({
    resumes: [{ candidateName: one.name, text: expect.stringContaining(one.sentence) }],
    applications: [{ stage: "rejected", interviews: [{ said: [{ text: one.said }] }] }],
  });
  const index = (await zip.file("index.html")?.async("string")) ?? "";
  for (const word of [one.name, one.sentence, one.said, one.letter, one.record])
    expect(index.includes(word), word).toBe(true);
  expect(Object.keys(zip.files)).toEqual(
    expect.arrayContaining([expect.stringContaining(one.fileName), expect.stringMatching(/^recordings\//)]),
  );
  const exported = { action: "person.exported", candidateId: erased.candidateId };
  expect(await scopedDb(owner.organisationId).auditEvent.count({ where: exported })).toBe(1);
});

test("only an admin erases, with the candidate's number typed, and not past a legal hold", async () => {
  const { owner, admin, erased } = await makeTwo();
  await expect(erasePerson({ ...erased, viewer: owner })).rejects.toMatchObject({ code: "forbidden" });
  await expect(exportPerson({ ...erased, viewer: owner, locale: "en" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(erasePerson({ ...erased, confirmation: "x", viewer: admin })).rejects.toMatchObject({
    message: "erasure_not_confirmed",
  });
  const stranger = await makeViewer("admin");
  await expect(erasePerson({ ...erased, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  await setLegalHold({ ...erased, reason: "A claim before the court", viewer: admin });
  await expect(erasePerson({ ...erased, viewer: admin })).rejects.toMatchObject({ message: "legal_hold" });
  await setLegalHold({ ...erased, reason: null, viewer: admin });
  await erasePerson({ ...erased, viewer: admin });
});

test("retention tells who would go before it acts, keeps who is held, and finds nothing to do the second time", async () => {
  const { owner, admin, erased, kept } = await makeTwo();
  const { organisationId } = owner;
  const { id: fresh } = await makeResume({ owner });
  const old = new Date(Date.now() - 200 * 86_400_000);
  const db = scopedDb(organisationId);
  await db.$executeRaw`update application set updated_at = ${old}, created_at = ${old} where organisation_id = ${organisationId}::uuid`;
  await db.$executeRaw`update decision set created_at = ${old} where organisation_id = ${organisationId}::uuid`;
  await db.resume.updateMany({ where: { id: { not: fresh } }, data: { receivedAt: old } });
  expect(await previewRetention({ viewer: admin })).toEqual({ count: 0, held: 0, candidates: [] });

  const settings = { rejectedRetentionDays: 180, unassignedRetentionDays: 30, appliesRetention: true };
  await systemDb().organisation.update({ where: { id: organisationId }, data: { settings } });
  await setLegalHold({ candidateId: kept.candidateId, reason: "A claim", viewer: admin });
  const preview = await previewRetention({ viewer: admin });
  expect(preview).toMatchObject({
    count: 1,
    held: 1,
    candidates: [{ candidateId: erased.candidateId, rule: "rejected" }],
  });
  await expect(runRetention({ viewer: admin, count: 2 })).rejects.toMatchObject({ message: "retention_changed" });
  expect(await db.erasure.count()).toBe(0);

  expect(await runRetention({ viewer: admin, count: 1 })).toEqual({ erased: 1 });
  expect(await applyRetention()).toEqual({ erased: 0, isMore: false });
  const left = await db.candidate.findMany({ select: { id: true } });
  expect(left.map(({ id }) => id)).toContain(kept.candidateId);
  expect(left.map(({ id }) => id)).not.toContain(erased.candidateId);
  expect(await db.resume.count({ where: { id: fresh } })).toBe(1);
});
