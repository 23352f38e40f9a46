import "server-only";
import { z } from "zod";
import { scopedDb } from "@/lib/db";
import { requirement } from "@/lib/position/requirement";
import type { BlindMode } from "@/lib/resume/blind/schema";
import { loadCorrections } from "@/lib/resume/corrections/load-corrections";
import type { ScreenedPosition } from "@/lib/screening/engine/score-judged";
import { screenResume } from "@/lib/screening/engine/screen-resume";
import type { ScreeningResult } from "@/lib/screening/schema";
import { toScreened } from "@/lib/screening/screen-stored";
import { type PreparedResume, prepareResume } from "./prepare-resume";

/** What experts judge: a resume as they may see it, against a position. */
export type Subject = {
  organisationId: string;
  resumeId: string;
  position: ScreenedPosition;
  resume: PreparedResume;
  stored: ReturnType<typeof toScreened>;
};

type LoadSubject = {
  organisationId: string;
  resumeId: string;
  versionId: string;
  /** What is not shown of the person. */
  blind: BlindMode;
};

/** Null when the resume is gone or not read. */
export async function loadSubject({ blind, ...ids }: LoadSubject): Promise<Subject | null> {
  const { organisationId, resumeId, versionId } = ids;
  const db = scopedDb(organisationId);
  const [content, version, corrections] = await Promise.all([
    db.resumeContent.findFirst({
      where: { resumeId, resume: { deleteAt: null } },
      select: { text: true, profile: true },
    }),
    db.positionVersion.findFirst({
      where: { id: versionId },
      select: { title: true, salaryMin: true, salaryMax: true, requirements: true },
    }),
    loadCorrections(db, [resumeId]),
  ]);
  if (!content || !version) return null;
  const requirements = z.array(requirement).parse(version.requirements);
  const stored = toScreened({ ...content, corrections: corrections.get(resumeId) ?? [], names: new Map(), blind });
  return {
    ...{ organisationId, resumeId, position: { ...version, requirements } },
    resume: prepareResume({ ...stored, requirements }),
    stored,
  };
}

/** The built-in engine's result of the same. */
export function screenSubject({ position, stored }: Subject): ScreeningResult {
  return screenResume({ position, ...stored });
}
