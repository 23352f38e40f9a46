import "server-only";
import { z } from "zod";
import { scopedDb } from "@/lib/db";
import { interviewPlan } from "@/lib/interview/schema";
import { requirement } from "@/lib/position/requirement";
import { loadCorrections } from "@/lib/resume/corrections/load-corrections";
import { extractProfile } from "@/lib/resume/parsing/extract-profile";
import { screeningResult } from "@/lib/screening/schema";
import { toScreened } from "@/lib/screening/screen-stored";
import type { VideoSubject } from "@/lib/video/engine/subject";
import { recordedFacts } from "@/lib/video/schema";

type Whose = {
  resumeId: string | null;
  candidateName: string;
  positionApplied: string;
  /** As stored. */
  recorded: unknown;
};

/**
 * What a recording is held against: the resume with what people corrected, and the position it was recorded for, by its
 * name, or the newest of the resume's. Who may not see the person sees nothing of what comes of it.
 */
export async function loadVideoSubject(organisationId: string, video: Whose): Promise<VideoSubject> {
  const { resumeId, candidateName, positionApplied } = video;
  const asked = recordedFacts.safeParse(video.recorded).data?.questions ?? [];
  const nobody = { language: "zh" as const, level: "senior" as const, candidateName };
  const unknown = {
    position: { title: positionApplied, description: "", requirements: [] },
    verdicts: null,
    plan: null,
    asked,
    city: "",
  };
  const without = { ...nobody, ...unknown, resume: emptyResume(), hasResume: false };
  if (!resumeId) return without;
  const db = scopedDb(organisationId);
  const content = await db.resumeContent.findUnique({ where: { resumeId }, select: { text: true, profile: true } });
  const applications = await db.application.findMany({
    where: { resumeId },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      position: {
        select: {
          title: true,
          versions: {
            orderBy: { version: "desc" },
            take: 1,
            select: { description: true, requirements: true, city: true },
          },
        },
      },
      currentRun: { select: { result: true } },
      interviews: { orderBy: { createdAt: "desc" }, take: 1, select: { plan: true } },
    },
  });
  const application = applications.find(({ position }) => position.title === positionApplied) ?? applications[0];
  const [version] = application?.position.versions ?? [];
  const corrections = (await loadCorrections(db, [resumeId])).get(resumeId) ?? [];
  const result = screeningResult.safeParse(application?.currentRun?.result).data ?? null;
  return {
    ...without,
    ...(content?.text.trim() && {
      resume: toScreened({ ...content, corrections, names: new Map(), blind: "off" }),
      hasResume: true,
    }),
    ...(application && {
      position: {
        title: application.position.title,
        description: version?.description ?? "",
        requirements: z.array(requirement).parse(version?.requirements ?? []),
      },
      city: version?.city ?? "",
      verdicts: result?.verdicts ?? null,
      plan: interviewPlan.safeParse(application.interviews[0]?.plan).data ?? null,
    }),
  };
}

function emptyResume() {
  const document = { kind: "txt" as const, text: "", pages: [], boxes: [], isTruncated: false };
  return { text: "", profile: extractProfile(document, { asOf: new Date().toISOString().slice(0, 10) }) };
}
