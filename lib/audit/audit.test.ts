import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyAuditFromTerminal } from "@/lib/cli/audit";
import { Prisma, scopedDb, systemDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { makeApplication, makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { webhookEvents } from "@/lib/webhook/kinds";
import en from "@/messages/en.json";
import zh from "@/messages/zh.json";
import { exportAudit } from "./export-audit";
import { listAudit } from "./list-audit";
import { recordAudit } from "./record-audit";
import { recordRefusal } from "./record-refusal";
import { verifyAudit } from "./verify-audit";

useWorkspace();

const event = { action: "resume.tagged", subjectType: "resume", subjectId: null } as const;

async function textOf(chunks: AsyncIterable<string>) {
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return text;
}

async function chainOf(organisationId: string) {
  for await (const chain of verifyAudit()) if (chain.organisationId === organisationId) return chain;
  throw new Error("There is no such chain");
}

/** As somebody with the keys of the database would, past the triggers. */
async function tamper(sql: Prisma.Sql) {
  await systemDb().$transaction([
    systemDb().$executeRaw`set local session_replication_role = replica`,
    systemDb().$executeRaw(sql),
  ]);
}

test("a hundred writers, twenty at once, make one chain without gaps or forks", async () => {
  const viewer = await makeRecruiter();
  const other = await makeRecruiter();
  const write = (by: typeof viewer, number: number) =>
    scopedDb(by.organisationId).$transaction(
      async (tx) => {
        await recordAudit(tx, { viewer: by, ...event, details: { number } });
        await recordAudit(tx, { viewer: by, ...event, details: { number, second: true } });
      },
      { timeout: 60_000 },
    );
  // As many at once as there are connections: whoever waits for one too long is told to come again.
  for (let start = 0; start < 100; start += 20) {
    const numbers = Array.from({ length: 20 }, (_, index) => start + index);
    await Promise.all(numbers.map((number) => write(number % 4 ? viewer : other, number)));
  }
  expect(await chainOf(viewer.organisationId)).toMatchObject({
    events: 150,
    broken: null,
    unlinked: 0,
    head: { seq: 150 },
  });
  expect(await chainOf(other.organisationId)).toMatchObject({ events: 50, broken: null, head: { seq: 50 } });
});

test("what is undone leaves neither event nor link", async () => {
  const viewer = await makeRecruiter();
  const db = scopedDb(viewer.organisationId);
  await recordAudit(db, { viewer, ...event });
  const undone = db.$transaction(async (tx) => {
    await recordAudit(tx, { viewer, ...event });
    throw new Error("changed my mind");
  });
  await expect(undone).rejects.toThrow("changed my mind");
  await recordAudit(db, { viewer, ...event });
  expect(await chainOf(viewer.organisationId)).toMatchObject({ events: 2, head: { seq: 2 }, broken: null });
});

test.each([
  "update audit_event set action = 'x'",
  "delete from audit_event",
  "truncate audit_event",
  "update audit_link set hash = 'x'",
  "delete from audit_link",
  "truncate audit_link",
])("the database refuses: %s", async (sql) => {
  const viewer = await makeRecruiter();
  await recordAudit(scopedDb(viewer.organisationId), { viewer, ...event });
  await expect(systemDb().$executeRawUnsafe(sql)).rejects.toThrow(/append-only/);
});

test.each([
  [
    "a changed detail",
    Prisma.sql`update audit_event set details = '{"number": 9}' where (details->>'number')::int = 1`,
    "content",
  ],
  [
    "another actor",
    Prisma.sql`update audit_event set actor_id = gen_random_uuid() where (details->>'number')::int = 1`,
    "content",
  ],
  [
    "another time",
    Prisma.sql`update audit_event set created_at = created_at - interval '1 day' where (details->>'number')::int = 1`,
    "content",
  ],
  ["an event taken away", Prisma.sql`delete from audit_event where (details->>'number')::int = 1`, "event"],
  [
    "a link taken away",
    Prisma.sql`delete from audit_link where event_id in (select id from audit_event where (details->>'number')::int = 1)`,
    "gap",
  ],
  [
    "an event with a digest made to fit",
    Prisma.sql`update audit_event set action = 'resume.deleted', digest = encode(sha256('x'), 'hex') where (details->>'number')::int = 1`,
    "content",
  ],
  [
    "two links that changed places",
    Prisma.sql`update audit_link set prev_hash = hash, hash = prev_hash where seq = 2`,
    "link",
  ],
])("%s is found, with its place", async (_, sql, reason) => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  for (const number of [0, 1, 2])
    await recordAudit(scopedDb(organisationId), { viewer, ...event, details: { number } });
  expect((await chainOf(organisationId)).broken).toBeNull();
  await tamper(sql);
  expect((await chainOf(organisationId)).broken).toEqual({ seq: 2, reason });
  expect(await verifyAuditFromTerminal({})).toBe(1);
});

test("events taken off the end are found by a head that was noted", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  for (const number of [0, 1, 2])
    await recordAudit(scopedDb(organisationId), { viewer, ...event, details: { number } });
  const { head } = await chainOf(organisationId);
  const noted = async () => {
    for await (const chain of verifyAudit(head)) if (chain.organisationId === organisationId) return chain.hasNoted;
  };
  expect(await noted()).toBe(true);
  const id = Prisma.sql`${organisationId}::uuid`;
  await tamper(
    Prisma.sql`delete from audit_event where id in (select event_id from audit_link where organisation_id = ${id} and seq = 3)`,
  );
  await tamper(Prisma.sql`delete from audit_link where organisation_id = ${id} and seq = 3`);
  expect((await chainOf(organisationId)).broken).toBeNull();
  expect(await noted()).toBe(false);
});

test("an admin finds the events of one candidate, and takes them away as a file", async () => {
  const owner = await makeRecruiter();
  const admin = await makeViewer("admin", { colleague: owner });
  const { id, resumeId } = await makeApplication({ owner });
  await makeApplication({ owner });
  const db = scopedDb(owner.organisationId);
  const { candidateId } = await db.application.findFirstOrThrow({ where: { id } });
  await recordAudit(db, { viewer: owner, action: "resume.sensitive_read", subjectType: "resume", subjectId: resumeId });
  await recordAudit(db, { viewer: owner, action: "application.decided", subjectType: "application", subjectId: id });
  const { events } = await listAudit({ viewer: admin, candidateId });
  expect(events.map(({ action }) => action)).toEqual(["application.decided", "resume.sensitive_read"]);
  expect(events[0]?.actor).toEqual({ id: owner.userId, kind: "user", name: owner.name });
  expect((await listAudit({ viewer: admin, candidateId, action: "resume" })).events).toHaveLength(1);
  expect((await listAudit({ viewer: admin, actorId: admin.userId })).events).toHaveLength(0);

  const { chunks } = await exportAudit({ viewer: admin, candidateId, format: "json" });
  const parsed = JSON.parse(await textOf(chunks));
  expect(parsed).toHaveLength(3);
  expect(parsed[0]).toMatchObject({ action: "audit.exported", candidateId });
  await expect(listAudit({ viewer: owner })).rejects.toMatchObject({ code: "forbidden" });
});

test("a refusal is on record, the same one once a minute, without what a stranger put into the address", async () => {
  const viewer = await makeViewer("interviewer");
  const request = new Request("http://localhost/api/v1/tables/Jane%20Miller");
  const refused = { error: new AppError("forbidden", "forbidden"), viewer, request };
  await recordRefusal(refused);
  await recordRefusal(refused);
  const rows = await scopedDb(viewer.organisationId).auditEvent.findMany();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ outcome: "refused", details: { method: "GET", address: "/api/v1/tables/…" } });
});

test("every action that is recorded has a sentence in both languages", () => {
  const files = ["lib", "inngest"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );
  const actions = files
    .filter((source) => source.includes("recordAudit"))
    .flatMap((source) => source.split("\n").filter((line) => /\baction\b|audit\(/.test(line)))
    .flatMap((line) => [...line.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map(([, action = ""]) => action.replace(".", "_")));
  const known = [en.audit_actions, zh.audit_actions].map((sentences) => new Set(Object.keys(sentences)));
  const recorded = new Set(actions.filter((action) => !otherNames.has(action) || action in en.audit_actions));
  expect(recorded.size).toBeGreaterThan(60);
  for (const sentences of known) expect([...recorded].filter((action) => !sentences.has(action))).toEqual([]);
});

/** Names of another kind in the same files. */
const otherNames = new Set(webhookEvents.map((name) => name.replace(".", "_")));
