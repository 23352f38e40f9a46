import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { getInterview } from "@/lib/interview/get-interview";
import { storePlan } from "@/lib/interview/make-plan";
import type { TemplateItem } from "@/lib/interview/page-schema";
import { candidateLevel, interviewLanguage, interviewPlan, planSection } from "@/lib/interview/schema";

const sectionList = z.array(planSection);

/**
 * Keeps the plan of an interview to begin others from: without quotes of the resume and ties to one position's
 * requirements. Questions that go after the resume stay behind. Saved under a name that is taken, it takes that place.
 */
export async function saveTemplate({
  name,
  interviewId,
  viewer,
}: {
  name: string;
  interviewId: string;
  viewer: Viewer;
}) {
  assertCan(viewer, "interview:hold");
  const { organisationId, userId } = viewer;
  const { plan, language, level, minutes } = await getInterview({ interviewId, viewer });
  const sections = interviewPlan.parse(plan).sections.map((section) => ({
    ...section,
    questions: section.questions
      .filter(({ quote, source }) => quote === null && source !== "resume")
      .map((question) => ({ ...question, requirementKey: null, reason: null })),
  }));
  const kept = { language, level, minutes, sections };
  const { id } = await scopedDb(organisationId).interviewTemplate.upsert({
    where: { organisationId_name: { organisationId, name } },
    create: { organisationId, name, createdById: userId, ...kept },
    update: kept,
    select: { id: true },
  });
  return { id };
}

export async function listTemplates(viewer: Viewer): Promise<TemplateItem[]> {
  assertCan(viewer, "interview:read");
  const rows = await scopedDb(viewer.organisationId).interviewTemplate.findMany({ orderBy: { name: "asc" } });
  return rows.map(({ id, name, language, level, minutes, sections }) => ({
    ...{ id, name, minutes },
    language: interviewLanguage.parse(language),
    level: candidateLevel.parse(level),
    questionCount: sectionList.parse(sections).reduce((count, { questions }) => count + questions.length, 0),
  }));
}

export async function deleteTemplate({ templateId, viewer }: { templateId: string; viewer: Viewer }) {
  assertCan(viewer, "interview:hold");
  const own = viewer.role === "admin" || viewer.role === "recruiter" ? {} : { createdById: viewer.userId };
  const { count } = await scopedDb(viewer.organisationId).interviewTemplate.deleteMany({
    where: { id: templateId, ...own },
  });
  if (count === 0) throw new AppError("not_found", "template_not_found");
}

type ApplyTemplate = { interviewId: string; templateId: string; viewer: Viewer };

/** Questions get keys of their own: two interviews never share one. */
export async function applyTemplate({ interviewId, templateId, viewer }: ApplyTemplate) {
  await getInterview({ interviewId, viewer });
  const db = scopedDb(viewer.organisationId);
  const template = await db.interviewTemplate.findUnique({ where: { id: templateId } });
  if (!template) throw new AppError("not_found", "template_not_found");
  const sections = sectionList.parse(template.sections).map((section) => ({
    ...section,
    key: randomUUID(),
    questions: section.questions.map((question) => ({ ...question, key: randomUUID() })),
  }));
  return storePlan(interviewId, viewer, {
    sections,
    interestPoints: [],
    engine: { name: "template", version: "1" },
  });
}
