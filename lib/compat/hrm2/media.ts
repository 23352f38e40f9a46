import "server-only";
import { assertCan, visibleApplications } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { notFound } from "./answer";
import { hideResume, hideRun } from "./hide-person";
import { fileSafe, toMarkdown, toScreeningJson } from "./report";
import { type RunRow, resumeSelect, runSelect, shownName, toScreened } from "./resumes";

type Addressed = Pick<RunRow, "number" | "finishedAt">;

/** Root-relative addresses of a result's two files. The run's number at the end is what they are found by. */
export function reportUrls(name: string, run: Addressed | null) {
  if (!run) return { report_md_url: null, report_json_url: null };
  const day = (run.finishedAt ?? new Date(0)).toISOString().slice(0, 10).replaceAll("-", "/");
  const mark = run.number.toString(36).padStart(7, "0");
  const folder = `/media/screening_reports/${day}`;
  return {
    report_md_url: `${folder}/${encodeURIComponent(`${fileSafe(name)}简历初筛结果_${mark}.md`)}`,
    report_json_url: `${folder}/${encodeURIComponent(`${fileSafe(name)}_${mark}.json`)}`,
  };
}

/** What is behind such an address. @throws Hrm2Error 404 also for what the viewer may not see */
export async function getMedia(path: string[], viewer: Viewer): Promise<Response> {
  assertCan(viewer, "screening:read");
  const [, mark = "", type] = /_([0-9a-z]{7})\.(md|json)$/.exec(path.at(-1) ?? "") ?? [];
  const number = Number.parseInt(mark, 36);
  if (path[0] !== "screening_reports" || !type || !(number <= 2_147_483_647)) throw notFound("文件");
  const found = await scopedDb(viewer.organisationId).screeningRun.findFirst({
    where: { number, application: visibleApplications(viewer) },
    select: { ...runSelect, resume: { select: resumeSelect } },
  });
  const hidden = found ? (await loadRedacted(viewer, [found.resume.id])).get(found.resume.id) : undefined;
  const run = found && { ...hideRun(found, hidden), resume: hideResume(found.resume, hidden) };
  const screened = toScreened(run);
  if (!run || !screened) throw notFound("文件");
  const name = shownName(run.resume);
  const headers = { "content-disposition": "inline", "x-content-type-options": "nosniff" };
  if (type === "json") return Response.json(toScreeningJson(name, screened), { headers });
  const text = run.resume.content?.text ?? "";
  const { title } = screened.positionVersion;
  const body = toMarkdown({ name, positionTitle: title, text, screened, now: run.finishedAt ?? new Date() });
  return new Response(body, { headers: { ...headers, "content-type": "text/markdown; charset=utf-8" } });
}
