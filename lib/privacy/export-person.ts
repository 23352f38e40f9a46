import "server-only";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { ZipFile } from "yazl";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { findPerson, type Person } from "@/lib/privacy/find-person";
import { writePersonIndex } from "@/lib/privacy/person-index";
import { listAudio, readPerson } from "@/lib/privacy/read-person";
import { cleanFileName } from "@/lib/resume/file-name";
import { unsealPhoto } from "@/lib/resume/vault/seal-sensitive";
import { storage } from "@/lib/storage/storage";

type ExportPerson = { candidateId: string; viewer: Viewer; locale: Locale };

/**
 * Everything about one person as a ZIP that is written while it is sent: `data.json`, their files as they came, and
 * `index.html` to read. That it left is put on record first.
 */
export async function exportPerson({ candidateId, viewer, locale }: ExportPerson) {
  assertCan(viewer, "person:export");
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const candidate = await db.candidate.findFirst({ where: { id: candidateId }, select: { number: true } });
  if (!candidate) throw new AppError("not_found", "candidate_not_found");
  const person = await findPerson(db, candidateId);
  const [data, files] = await Promise.all([readPerson({ organisationId, person }), listFiles(organisationId, person)]);
  const subject = { subjectType: "candidate", subjectId: candidateId, candidateId };
  await recordAudit(db, { viewer, action: "person.exported", ...subject, details: { files: files.length } });

  const zip = new ZipFile();
  const made = new Date();
  const index = writePersonIndex({ data, files: files.map(({ name }) => name), locale, made });
  zip.addBuffer(Buffer.from(index), "index.html");
  const whole = {
    madeAt: made.toISOString(),
    candidateNumber: candidate.number,
    files: files.map(({ name }) => name),
    ...data,
  };
  zip.addBuffer(Buffer.from(JSON.stringify(whole, null, 2)), "data.json");
  for (const { name, open } of files)
    zip.addReadStreamLazy(name, { compress: false }, (done) => {
      open().then(
        (stream) => done(null, stream),
        (error) => done(error, Readable.from([])),
      );
    });
  zip.end();
  return {
    body: Readable.toWeb(Readable.from(zip.outputStream)) as unknown as ReadableStream<Uint8Array>,
    fileName: `person-${candidate.number}.zip`,
  };
}

type ExportedFile = { name: string; open: () => Promise<Readable> };

async function listFiles(organisationId: string, person: Person): Promise<ExportedFile[]> {
  const db = scopedDb(organisationId);
  const [resumes, photos, videos, audio] = await Promise.all([
    db.resume.findMany({
      where: { id: { in: person.resumeIds } },
      select: { id: true, fileName: true, storageKey: true },
    }),
    db.resumePhoto.findMany({ where: { resumeId: { in: person.resumeIds } } }),
    db.video.findMany({
      where: { id: { in: person.videoIds } },
      select: { fileName: true, kind: true, storageKey: true },
    }),
    listAudio(db, person),
  ]);
  const numbered = (number: number, name: string) => `${String(number + 1).padStart(2, "0")} ${inArchive(name)}`;
  return [
    ...resumes.map(({ fileName, storageKey }, number) => stored(`resumes/${numbered(number, fileName)}`, storageKey)),
    ...photos.flatMap(({ resumeId, sealed }, number) => {
      const photo = unsealPhoto(sealed, { organisationId, resumeId });
      return photo ? [{ name: `photos/${number + 1}.jpg`, open: async () => Readable.from([photo]) }] : [];
    }),
    ...videos.map(({ fileName, kind, storageKey }, number) =>
      stored(`recordings/${numbered(number, fileName || `recording.${kind}`)}`, storageKey),
    ),
    ...audio.map(({ interviewId, segmentId }) =>
      stored(`interviews/${interviewId}/${segmentId}.wav`, `interviews/${interviewId}/${segmentId}`),
    ),
  ];
}

function stored(name: string, key: string): ExportedFile {
  return { name, open: async () => Readable.from(readStored(key)) };
}

/** In pieces: no memory holds a recording. One that is missing is empty. */
async function* readStored(key: string): AsyncGenerator<Uint8Array> {
  const stream = await storage().getRange(key, 0, Number.MAX_SAFE_INTEGER);
  if (stream) yield* Readable.fromWeb(stream as WebStream<Uint8Array>);
}

/** No way out of the folder it is unpacked into. */
function inArchive(name: string): string {
  return cleanFileName(name).replace(/[\\/:*?"<>|]/g, "_") || "file";
}
