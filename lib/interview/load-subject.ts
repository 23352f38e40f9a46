import "server-only";
import { z } from "zod";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import type { InterviewSubject } from "@/lib/interview/engine/subject";
import { candidateLevel, interviewLanguage } from "@/lib/interview/schema";
import { requirement } from "@/lib/position/requirement";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { blindMode } from "@/lib/resume/blind/schema";
import { loadCorrections } from "@/lib/resume/corrections/load-corrections";
import { hidePerson } from "@/lib/screening/blind-application";
import { screeningResult } from "@/lib/screening/schema";
import { toScreened } from "@/lib/screening/screen-stored";

/**
 * What the engine may know for an interview: of a blind position, or a candidate hidden from the viewer, a resume
 * without who it is. Null when the resume is gone or not read.
 */
export async function loadSubject(interviewId: string, viewer: Viewer): Promise<InterviewSubject | null> {
  const db = scopedDb(viewer.organisationId);
  const row = await db.interview.findFirst({
    where: { id: interviewId },
    select: {
      ...{ language: true, level: true, resumeId: true },
      application: {
        select: {
          position: {
            select: {
              title: true,
              blind: true,
              versions: { orderBy: { version: "desc" }, take: 1, select: { description: true, requirements: true } },
            },
          },
          currentRun: { select: { result: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { position, currentRun } = row.application;
  const content = await db.resumeContent.findUnique({
    where: { resumeId: row.resumeId },
    select: { text: true, profile: true },
  });
  if (!content) return null;
  const hidden = (await loadRedacted(viewer, [row.resumeId])).get(row.resumeId);
  const corrections = (await loadCorrections(db, [row.resumeId])).get(row.resumeId) ?? [];
  const blind = blindMode.parse(position.blind);
  const resume = hidden ?? toScreened({ ...content, corrections, names: new Map(), blind });
  const result = currentRun && screeningResult.parse(currentRun.result);
  return {
    language: interviewLanguage.parse(row.language),
    level: candidateLevel.parse(row.level),
    position: {
      title: position.title,
      description: position.versions[0]?.description ?? "",
      requirements: z.array(requirement).parse(position.versions[0]?.requirements ?? []),
    },
    resume: { text: resume.text, profile: resume.profile },
    verdicts: result && (hidden ? hidePerson(result.verdicts, hidden) : result.verdicts),
  };
}
