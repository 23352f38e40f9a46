import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { scopedDb, systemDb } from "@/lib/db";
import { acceptResume } from "@/lib/resume/accept-resume";
import { listImportItems } from "@/lib/resume/list-import-items";
import { makeZip } from "@/lib/resume/parsing/fixtures/make-zip";
import { makeRecruiter } from "@/lib/testing/factories";
import { docxFile, pdfFile, txtFile } from "@/lib/testing/resume-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { mostEntries } from "./limits";
import { unpackArchive } from "./unpack-archive";

const workspace = useWorkspace();

async function send(bytes: Buffer, { times = 1 } = {}) {
  const viewer = await makeRecruiter();
  const batchId = randomUUID();
  const item = await acceptResume({ viewer, batchId, fileName: "all.zip", declaredType: "", bytes });
  for (let run = 0; run < times; run += 1) {
    await unpackArchive({ organisationId: viewer.organisationId, importItemId: item.id });
  }
  const lines = await listImportItems({ batchId, viewer });
  return { viewer, item, lines, of: (name: string) => lines.find(({ fileName }) => fileName === name) };
}

const files = { "a/b/Jane.pdf": pdfFile(1).bytes, "Jane.docx": docxFile(2).bytes, "简历.txt": txtFile(3).bytes };

test("every file of a ZIP has a line of its own, and the ZIP is gone afterwards", async () => {
  const { viewer, item, lines, of } = await send(
    makeZip({
      ...files,
      "a/": "",
      "__MACOSX/._x": "x",
      ".DS_Store": "x",
      "~$Jane.docx": "x",
      "page.xml": '<?xml version="1.0"?><a/>',
    }),
  );
  expect(item).toMatchObject({ outcome: "archive" });
  expect(lines.map(({ fileName }) => fileName).toSorted()).toEqual(
    ["all.zip", "Jane.pdf", "Jane.docx", "简历.txt", "page.xml"].toSorted(),
  );
  expect(of("Jane.pdf")).toMatchObject({ outcome: "accepted", state: "PENDING" });
  expect(of("page.xml")).toMatchObject({ outcome: "refused", reason: "unsupported_type" });
  expect(of("all.zip")).toMatchObject({ outcome: "unpacked" });
  expect(await readdir(join(workspace.dataDir, "files", "archives", viewer.organisationId))).toEqual([]);
  const events = await systemDb().jobEvent.findMany({ where: { organisationId: viewer.organisationId } });
  expect(events.filter(({ name }) => name === "resume/received")).toHaveLength(3);
  expect(JSON.stringify(events.map(({ payload }) => payload))).not.toContain("Jane");
});

test("a job that is run again after a crash adds nothing", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const batchId = randomUUID();
  const bytes = makeZip(files);
  const item = await acceptResume({ viewer, batchId, fileName: "all.zip", declaredType: "", bytes });
  const ids = { organisationId, importItemId: item.id };
  await Promise.all([unpackArchive(ids), unpackArchive(ids)]);
  await scopedDb(organisationId).importItem.update({ where: { id: item.id }, data: { outcome: "archive" } });
  await unpackArchive(ids);
  expect(await listImportItems({ batchId, viewer })).toHaveLength(4);
  expect(await scopedDb(organisationId).resume.count()).toBe(3);
});

test("names from a Chinese Windows are read, and no name leads out of the archive", async () => {
  const zip = makeZip({ "XXXX.txt": txtFile(4).bytes, "../../etc/Up.txt": "x", "/abs.txt": "x", "C:/disk.txt": "x" });
  const { of } = await send(replaceName(zip, "XXXX.txt", iconv.encode("张三.txt", "gb18030")));
  expect(of("张三.txt")).toMatchObject({ outcome: "accepted" });
  for (const name of ["Up.txt", "abs.txt", "disk.txt"]) expect(of(name)).toMatchObject({ reason: "unsafe_path" });
});

test("a ZIP in the ZIP, a file over the limit, and one with a password are refused by themselves", async () => {
  const zip = makeZip({
    "inner.zip": makeZip({ "x.txt": "x" }),
    "big.txt": Buffer.concat(Array.from({ length: 11 }, (_, index) => noise(index))),
    "fine.txt": txtFile(5).bytes,
    "locked.txt": "secret",
  });
  const { of } = await send(encryptedEntry(zip, "locked.txt"));
  expect(of("inner.zip")).toMatchObject({ outcome: "refused", reason: "nested_archive" });
  expect(of("big.txt")).toMatchObject({ outcome: "refused", reason: "too_large" });
  expect(of("locked.txt")).toMatchObject({ outcome: "refused", reason: "encrypted" });
  expect(of("fine.txt")).toMatchObject({ outcome: "accepted" });
});

test("a bomb, a broken ZIP and one of too many files say so, and what came before stays", async () => {
  const space = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`${n}.txt`, Buffer.alloc(9_000_000, " ")]));
  const bomb = await send(makeZip({ "first.txt": txtFile(6).bytes, ...space }));
  expect(bomb.of("all.zip")).toMatchObject({ outcome: "refused", reason: "expansion_limit" });
  expect(bomb.of("first.txt")).toMatchObject({ outcome: "accepted" });
  const broken = await send(makeZip(files).subarray(0, 500));
  expect(broken.of("all.zip")).toMatchObject({ outcome: "refused", reason: "corrupt" });
  const many = Object.fromEntries(Array.from({ length: mostEntries + 1 }, (_, n) => [`${n}.txt`, "x"]));
  const crowd = await send(makeZip(many));
  expect(crowd.lines).toMatchObject([{ outcome: "refused", reason: "too_many_files" }]);
});

function noise(seed: number) {
  const bytes = Buffer.alloc(1024 * 1024);
  let value = seed + 1;
  for (let index = 0; index < bytes.length; index += 1) {
    value = (Math.imul(value, 1103515245) + 12345) >>> 0;
    bytes[index] = 97 + ((value >>> 24) % 26);
  }
  return bytes;
}

function replaceName(zip: Buffer, from: string, to: Buffer) {
  expect(to).toHaveLength(from.length);
  for (let at = zip.indexOf(from); at >= 0; at = zip.indexOf(from, at + 1)) to.copy(zip, at);
  return zip;
}

/** Sets the flag of an encrypted entry in the list of contents. */
function encryptedEntry(zip: Buffer, name: string) {
  const at = zip.lastIndexOf(name) - 46;
  zip.writeUInt16LE(zip.readUInt16LE(at + 8) | 1, at + 8);
  return zip;
}
