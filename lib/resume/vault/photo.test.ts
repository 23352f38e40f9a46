import { loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, systemDb } from "@/lib/db";
import { deleteResumes, purgeResumes } from "@/lib/resume/delete-resumes";
import { findResume } from "@/lib/resume/find-resume";
import { unlockResume } from "@/lib/resume/unlock-resume";
import { makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { docxWith, pdfWith, picture } from "@/lib/testing/photo-files";
import { passwordPdf, resumeLines } from "@/lib/testing/resume-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { keepPhoto } from "./keep-photo";
import { unsealPhoto } from "./seal-sensitive";
import { viewSensitive } from "./view-sensitive";

useWorkspace();

let counter = 0;

/** Read, with the photo kept as the job it asks for would. */
async function withPhoto({ owner, bytes, fileName = "a.pdf" }: { owner: Viewer; bytes?: Buffer; fileName?: string }) {
  counter += 1;
  const file = bytes ?? (await pdfWith(picture(300, 420), [80, 112], resumeLines(counter)));
  const { id: resumeId } = await makeResume({ owner, bytes: file, fileName });
  const { outcome } = await keepPhoto({ organisationId: owner.organisationId, resumeId });
  return { resumeId, outcome };
}

async function requestsFor(resumeId: string) {
  return systemDb().$queryRaw<unknown[]>`
    select 1 from job_event where name = 'resume/photo.requested' and payload::jsonb -> 'data' ->> 'resumeId' = ${resumeId}`;
}

async function sizeOf(photo: string | null) {
  const image = await loadImage(Buffer.from(photo?.split(",")[1] ?? "", "base64"));
  return [image.width, image.height];
}

test.each([
  ["PDF", "a.pdf", () => pdfWith(picture(900, 1260), [80, 112], resumeLines(501))],
  ["Word file", "a.docx", async () => docxWith(picture(900, 1260), [80, 112])],
])("the photo of a %s is shown with the sensitive fields, made small", async (_, fileName, make) => {
  const owner = await makeRecruiter();
  const { resumeId, outcome } = await withPhoto({ owner, bytes: await make(), fileName });
  expect(outcome).toBe("kept");
  expect(await requestsFor(resumeId)).toHaveLength(1);
  const { photo } = await viewSensitive({ resumeId, viewer: owner });
  expect(await sizeOf(photo)).toEqual([286, 400]);
});

test("it is stored encrypted, opens for its resume only, and stands in nothing else of the resume", async () => {
  const owner = await makeRecruiter();
  const { resumeId } = await withPhoto({ owner });
  const { organisationId } = owner;
  const { sealed } = await scopedDb(organisationId).resumePhoto.findUniqueOrThrow({ where: { resumeId } });
  expect(Buffer.from(sealed).includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
  expect(unsealPhoto(sealed, { organisationId, resumeId })?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  const other = await makeResume({ owner });
  expect(unsealPhoto(sealed, { organisationId, resumeId: other.id })).toBeNull();
  expect(unsealPhoto(sealed, { organisationId: other.id, resumeId })).toBeNull();
  expect(unsealPhoto(sealed.subarray(0, 10), { organisationId, resumeId })).toBeNull();
  expect(JSON.stringify(await findResume({ resumeId, viewer: owner }))).not.toMatch(/data:image|photo/);
});

test("neither other roles nor other organisations see it", async () => {
  const owner = await makeRecruiter();
  const { resumeId } = await withPhoto({ owner });
  for (const role of ["hiring_manager", "interviewer"] as const) {
    const viewer = await makeViewer(role, { colleague: owner });
    await expect(viewSensitive({ resumeId, viewer })).rejects.toMatchObject({ code: "forbidden" });
  }
  const stranger = await makeRecruiter();
  await expect(viewSensitive({ resumeId, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
});

test("it is gone with its resume, and looking for it again leaves one", async () => {
  const owner = await makeRecruiter();
  const { organisationId } = owner;
  const { resumeId } = await withPhoto({ owner });
  await keepPhoto({ organisationId, resumeId });
  const db = scopedDb(organisationId);
  expect(await db.resumePhoto.count()).toBe(1);
  await deleteResumes({ resumeIds: [resumeId], viewer: owner });
  await purgeResumes({ organisationId, asOf: new Date(Date.now() + 3_600_000) });
  expect(await db.resumePhoto.count()).toBe(0);
  expect(await keepPhoto({ organisationId, resumeId })).toEqual({ outcome: "gone" });
});

test("a file without pictures is not opened again, and shows none", async () => {
  const owner = await makeRecruiter();
  const { resumeId, outcome } = await withPhoto({ owner, bytes: await pdfWith(null, [0, 0], resumeLines(502)) });
  expect(outcome).toBe("none");
  expect(await requestsFor(resumeId)).toHaveLength(0);
  expect((await viewSensitive({ resumeId, viewer: owner })).photo).toBeNull();
});

test("a picture that cannot be decoded leaves the resume as it is", async () => {
  const owner = await makeRecruiter();
  const broken = Buffer.concat([picture(200, 280).subarray(0, 26), Buffer.alloc(3000, 7)]);
  const { resumeId, outcome } = await withPhoto({ owner, bytes: docxWith(broken, [80, 112]), fileName: "a.docx" });
  expect(outcome).toBe("corrupt");
  expect((await viewSensitive({ resumeId, viewer: owner })).photo).toBeNull();
});

test("a locked PDF gives its photo to who knows the password", async () => {
  const owner = await makeRecruiter();
  const { organisationId } = owner;
  const { bytes, name } = await passwordPdf("secret", resumeLines(503), picture(300, 420));
  const { id: resumeId } = await makeResume({ owner, bytes, fileName: name });
  await unlockResume({ resumeId, password: "secret", viewer: owner });
  expect(await sizeOf((await viewSensitive({ resumeId, viewer: owner })).photo)).toEqual([286, 400]);
  expect(await keepPhoto({ organisationId, resumeId })).toEqual({ outcome: "encrypted" });
  expect(await scopedDb(organisationId).resumePhoto.count()).toBe(1);
});
