import "server-only";
import { fileResponse } from "@/lib/api/file-response";
import { visibleResumes } from "@/lib/auth/permissions";
import { scopedDb } from "@/lib/db";
import { env } from "@/lib/env";
import { getResumeFile } from "@/lib/resume/get-resume-file";
import { resumeNotFound } from "./answer";
import { operation } from "./operation";

type Stored = { id: string; fileName: string; receivedAt: Date };

/** The reference's form of a key: `resumes/2026/01/12/9f3c11ab_resume.pdf`. The eight letters begin the resume's id. */
export function fileKeyOf({ id, fileName, receivedAt }: Stored): string {
  const day = receivedAt.toISOString().slice(0, 10).replaceAll("-", "/");
  return `resumes/${day}/${id.slice(0, 8)}_${fileName.replace(/[^A-Za-z0-9._-]/g, "_")}`;
}

/** Where the file is fetched, by who may. Of a person hidden from the viewer there is neither key nor address. */
export function storageOf(resume: Stored, { request, isHidden }: { request: Request; isHidden: boolean }) {
  if (isHidden) return { fileKey: "", fileUrl: "" };
  const fileKey = fileKeyOf(resume);
  const origin = env().NEXTAUTH_URL ?? new URL(request.url).origin;
  return { fileKey, fileUrl: `${origin.replace(/\/$/, "")}/api/resumes/${fileKey}` };
}

export const getStoredFile = operation({ permission: "resume:read", isFile: true }, async ({ viewer, path }) => {
  const key = path.map(decodeURIComponent).join("/");
  const [, year, month, day, start] = /^resumes\/(\d{4})\/(\d\d)\/(\d\d)\/([0-9a-f]{8})_/.exec(key) ?? [];
  const from = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (!start || Number.isNaN(from.getTime())) throw resumeNotFound();
  const resumes = await scopedDb(viewer.organisationId).resume.findMany({
    where: {
      id: { gte: `${start}-0000-0000-0000-000000000000`, lte: `${start}-ffff-ffff-ffff-ffffffffffff` },
      receivedAt: { gte: from, lt: new Date(from.getTime() + 86_400_000) },
      ...{ removedAt: null, ...visibleResumes(viewer) },
    },
    select: { id: true, fileName: true, receivedAt: true },
  });
  const found = resumes.find((resume) => fileKeyOf(resume) === key);
  if (!found) throw resumeNotFound();
  const { bytes, fileName } = await getResumeFile({ resumeId: found.id, viewer });
  return fileResponse({ bytes, fileName, mediaType: "application/octet-stream" });
});
