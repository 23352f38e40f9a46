import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { blindName } from "@/lib/resume/blind/blindings";
import { loadRedacted, type Redacted } from "@/lib/resume/blind/load-redacted";
import { hidePerson } from "@/lib/screening/blind-application";

type ResumeRow = {
  id: string;
  fileName: string;
  candidateName: string | null;
  source?: string;
  content: { text: string } | null;
  comments?: { text: string }[];
};

/** Resumes as the client's user may see them: of somebody hidden from them, a number and the redacted text. */
export async function showResumes<Row extends ResumeRow>(viewer: Viewer, rows: Row[]): Promise<Row[]> {
  const hidden = await loadRedacted(
    viewer,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => hideResume(row, hidden.get(row.id)));
}

export function hideResume<Row extends ResumeRow>(row: Row, hidden: Redacted | undefined): Row {
  if (!hidden) return row;
  const name = blindName(hidden.blinding);
  const comments = row.comments?.map((one) => ({ ...one, text: hidden.redact(one.text) }));
  return {
    ...{ ...row, fileName: name, candidateName: name, content: row.content && { text: hidden.text } },
    ...(row.source !== undefined && { source: "" }),
    ...(comments && { comments }),
  };
}

/** A run's result and prose of somebody hidden. */
export function hideRun<Run extends { result: unknown; summary: unknown }>(
  run: Run,
  hidden: Redacted | undefined,
): Run {
  if (!hidden) return run;
  return { ...run, result: hidePerson(run.result, hidden), summary: hidePerson(run.summary, hidden) };
}

type ApplicationRow<Run> = { resume: ResumeRow; currentRun: Run | null };

/** Applications with their resumes and results, as the client's user may see them. */
export async function showApplications<
  Run extends { result: unknown; summary: unknown },
  Row extends ApplicationRow<Run>,
>(viewer: Viewer, rows: Row[]): Promise<Row[]> {
  const hidden = await loadRedacted(
    viewer,
    rows.map(({ resume }) => resume.id),
  );
  return rows.map((row) => {
    const redacted = hidden.get(row.resume.id);
    const currentRun = row.currentRun && hideRun(row.currentRun, redacted);
    return { ...row, resume: hideResume(row.resume, redacted), currentRun };
  });
}
