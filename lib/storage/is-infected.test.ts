import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { acceptResume } from "@/lib/resume/accept-resume";
import { eicar } from "@/lib/testing/clamd-server";
import { makeRecruiter } from "@/lib/testing/factories";
import { useClamd } from "@/lib/testing/use-clamd";
import { useWorkspace } from "@/lib/testing/workspace";
import { isInfected } from "./is-infected";

const workspace = useWorkspace();
const clamd = useClamd();

const sent = (text: string) => ({
  ...{ batchId: randomUUID(), fileName: "Jane.txt", declaredType: "text/plain" },
  bytes: Buffer.from(text),
});

test("a file with a virus is refused by name of the reason, and nothing of it is kept", async () => {
  clamd.scan();
  const viewer = await makeRecruiter();
  expect(await acceptResume({ viewer, ...sent(`Jane Miller\n${eicar}`) })).toMatchObject({
    ...{ outcome: "refused", reason: "infected", resumeId: null },
  });
  expect(await scopedDb(viewer.organisationId).resume.count()).toBe(0);
  const folder = join(workspace.dataDir, "files", "resumes", viewer.organisationId);
  expect(existsSync(folder) ? await readdir(folder) : []).toEqual([]);
  expect(await acceptResume({ viewer, ...sent("Jane Miller\nJava") })).toMatchObject({ outcome: "accepted" });
});

test("a file longer than a piece of the protocol is scanned whole", async () => {
  clamd.scan();
  const long = Buffer.alloc(300_000, "a");
  expect(await isInfected(long)).toBe(false);
  expect(await isInfected(Buffer.concat([long, Buffer.from(eicar)]))).toBe(true);
});

test("while the scanner is away or cannot tell no file is taken, and who sends it is told to come again", async () => {
  const viewer = await makeRecruiter();
  const away = { code: "unavailable", message: "scanner_away", retryAfterSeconds: 30 };
  clamd.scan("tcp://127.0.0.1:1");
  await expect(acceptResume({ viewer, ...sent("Jane Miller\nGo") })).rejects.toMatchObject(away);
  clamd.scan();
  clamd.state().mode = "gives up";
  await expect(acceptResume({ viewer, ...sent("Jane Miller\nGo") })).rejects.toMatchObject(away);
  expect(await scopedDb(viewer.organisationId).resume.count()).toBe(0);
});

test("without a scanner nobody is asked", async () => {
  const before = clamd.state().scanned;
  expect(await isInfected(Buffer.from(eicar))).toBe(false);
  expect(clamd.state().scanned).toBe(before);
});
