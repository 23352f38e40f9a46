import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb } from "@/lib/db";
import { acceptResume } from "@/lib/resume/accept-resume";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { normalizeText } from "@/lib/resume/parsing/normalize-text";
import { readResume } from "@/lib/resume/read-resume";
import { type ScreeningResult, screeningResult } from "@/lib/screening/schema";
import { Hrm2Error } from "./answer";
import { hideRun } from "./hide-person";

/** Where these clients' texts are said to come from: their library or a screening, and rows stored by hand. */
const libraryText = "hrm2";
export const storedText = "hrm2-data";

export function textHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Without folder and last extension. */
export function baseName(fileName: string): string {
  const name = fileName.split(/[\\/]/).at(-1) ?? fileName;
  return name.replace(/(?<=.)\.[^.]*$/, "");
}

/** The resume with this text, whichever file brought it; null when there is none that the viewer may see. */
export async function findByText(text: string, viewer: Viewer): Promise<string | null> {
  const read = createHash("sha256").update(normalizeText(text)).digest("hex");
  const known = await scopedDb(viewer.organisationId).resume.findFirst({
    where: {
      ...{ removedAt: null, ...visibleResumes(viewer) },
      OR: [{ fileHash: textHash(text) }, { textHash: read, state: "COMPLETED" }],
    },
    orderBy: { number: "asc" },
    select: { id: true, duplicateOfId: true },
  });
  return known && (known.duplicateOfId ?? known.id);
}

type NewText = { name: string; content: string; type?: string; source?: string; batchId: string; viewer: Viewer };

/** Takes a text into the library and reads it while its sender waits: milliseconds, unlike a file. */
export async function acceptText({ name, content, batchId, viewer, ...more }: NewText): Promise<string> {
  // Whatever file the client took it from, what it sends is text.
  const fileName = /\.(?:txt|md)$/i.test(name) ? name : `${name}.txt`;
  const { type = "text/plain", source = libraryText } = more;
  const file = { fileName, declaredType: type, bytes: Buffer.from(content, "utf8"), source };
  const { resumeId } = await acceptResume({ viewer, batchId, ...file });
  if (!resumeId) throw new Hrm2Error(400, "这份简历没有保存：文字为空，或超过 10 MB。");
  await readResume({ organisationId: viewer.organisationId, resumeId });
  return resumeId;
}

export const resumeSelect = {
  ...{ id: true, number: true, fileName: true, fileHash: true, source: true, candidateName: true, receivedAt: true },
  content: { select: { text: true } },
} satisfies Prisma.ResumeSelect;
type ResumeRow = Prisma.ResumeGetPayload<{ select: typeof resumeSelect }>;

/** Texts that were sent with a name go by it, as on the reference; files by what they say. */
export function shownName({ source: from, fileName, candidateName }: Omit<ResumeRow, "content">): string {
  // A text keeps its sender's name, to which only `.txt` may have been added.
  return from === libraryText || from === storedText ? baseName(fileName) : (candidateName ?? baseName(fileName));
}

export const runSelect = {
  ...{ id: true, number: true, state: true, result: true, finishedAt: true, createdAt: true, summary: true },
  positionVersion: { select: { title: true, requirements: true } },
  batch: { select: { submitted: true } },
} satisfies Prisma.ScreeningRunSelect;
export type RunRow = Prisma.ScreeningRunGetPayload<{ select: typeof runSelect }>;

/** A finished run with its result. */
export type Screened = RunRow & { result: ScreeningResult };

export function toScreened(run: RunRow | undefined | null): Screened | null {
  if (run?.state !== "completed" || run.result === null) return null;
  return { ...run, result: screeningResult.parse(run.result) };
}

/** The newest finished run of each resume: where HRM2 keeps one result, there may be one for each position here. */
export async function newestRuns(resumeIds: string[], viewer: Viewer): Promise<Map<string, Screened>> {
  const runs = await scopedDb(viewer.organisationId).screeningRun.findMany({
    where: { resumeId: { in: resumeIds }, state: "completed" },
    distinct: ["resumeId"],
    orderBy: [{ resumeId: "asc" }, { number: "desc" }],
    select: { ...runSelect, resumeId: true },
  });
  const hidden = await loadRedacted(viewer, resumeIds);
  const shown = runs.map((run) => hideRun(run, hidden.get(run.resumeId)));
  return new Map(shown.flatMap((run) => [[run.resumeId, toScreened(run)] as const]).filter(hasRun));
}

function hasRun(entry: readonly [string, Screened | null]): entry is readonly [string, Screened] {
  return entry[1] !== null;
}

export type Scores = Record<"hr_score" | "technical_score" | "manager_score" | "comprehensive_score", number>;

export function toScores({ views, comprehensive }: ScreeningResult): Scores {
  const of = (key: "hr" | "technical" | "manager") => views.find((view) => view.key === key)?.score.value ?? 0;
  return {
    hr_score: of("hr"),
    technical_score: of("technical"),
    manager_score: of("manager"),
    comprehensive_score: comprehensive.value,
  };
}

/** What a client sent to be screened, with how many resumes: the same text twice is one resume here. */
export const submittedScreening = z.object({ position: z.record(z.string(), z.unknown()), resumes: z.int() });
export type SubmittedScreening = z.infer<typeof submittedScreening>;

export function positionDetails(run: Pick<RunRow, "batch">): Record<string, unknown> {
  return submittedScreening.safeParse(run.batch?.submitted).data?.position ?? {};
}
