import "server-only";
import { fillFieldsWithModel } from "@/lib/ai/fill-fields/fill-fields";
import { ModelError } from "@/lib/ai/model-error";
import { findFillingModel } from "@/lib/ai/settings/find-filling-model";
import { scopedDb } from "@/lib/db";
import { applyCorrections } from "@/lib/resume/corrections/apply-corrections";
import { loadCorrections } from "@/lib/resume/corrections/load-corrections";
import { updateIndex } from "@/lib/resume/corrections/update-index";
import { type FilledValue, resumeProfile } from "@/lib/resume/profile";
import type { ReadResume } from "@/lib/resume/read-resume";
import { blankSensitive } from "./blank-sensitive";
import { uncertainFields } from "./uncertain-fields";

/** More of a resume than that is not sent. */
const longestText = 24_000;

/**
 * Has a model look for what the rules did not find in a resume. Without an answer that holds, all stays as it was read.
 * Safe to repeat, and of no effect when the resume has been read again meanwhile.
 */
export async function fillFields({
  organisationId,
  resumeId,
}: ReadResume): Promise<{ outcome: string; fields: number }> {
  const db = scopedDb(organisationId);
  const resume = await db.resume.findFirst({
    where: { id: resumeId, state: "COMPLETED", deleteAt: null },
    select: { content: { select: readingSelect } },
  });
  if (!resume?.content) return nothing("gone");
  const profile = resumeProfile.parse(resume.content.profile);
  const text = blankSensitive(resume.content.text, profile.sensitivePlaces).slice(0, longestText);
  const { placed } = applyCorrections(profile, (await loadCorrections(db, [resumeId])).get(resumeId) ?? []);
  const corrected = new Set(placed.map(({ at }) => at));
  const fields = uncertainFields(profile, text.length).filter(({ path }) => !corrected.has(path));
  if (fields.length === 0) return nothing("certain");
  let filled: FilledValue[];
  try {
    const model = await findFillingModel(organisationId);
    if (!model) return nothing("not_configured");
    const facts = await fillFieldsWithModel({ model, text, fields });
    filled = facts.map((fact) => ({ ...fact, model: model.name }));
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return nothing(error.reason);
  }
  if (filled.length === 0) return nothing("not_found");
  const isKept = await keep({ organisationId, resumeId, filled, reading: resume.content });
  return isKept ? { outcome: "filled", fields: filled.length } : nothing("gone");
}

const nothing = (outcome: string) => ({ outcome, fields: 0 });

const readingSelect = { text: true, profile: true } as const;
type Stored = { text: string; profile: unknown };
type Keep = ReadResume & { filled: FilledValue[]; reading: Stored };

async function keep({ organisationId, resumeId, filled, reading }: Keep): Promise<boolean> {
  return scopedDb(organisationId).$transaction(async (tx) => {
    // The candidate first, as whoever joins, corrects and reads has it.
    await tx.$queryRaw`
      select id from candidate where organisation_id = ${organisationId}::uuid
        and id = (select candidate_id from resume where id = ${resumeId}::uuid) for update`;
    await tx.$queryRaw`
      select id from resume where id = ${resumeId}::uuid and organisation_id = ${organisationId}::uuid for update`;
    const now = await tx.resumeContent.findUnique({ where: { resumeId }, select: readingSelect });
    // Places and entries are those of one reading.
    if (!now || keyOf(now) !== keyOf(reading)) return false;
    await tx.$executeRaw`
      update resume_content set profile = jsonb_set(profile, '{filled}', ${JSON.stringify(filled)}::jsonb)
      where resume_id = ${resumeId}::uuid and organisation_id = ${organisationId}::uuid`;
    await updateIndex(tx, { organisationId, resumeId });
    return true;
  });
}

function keyOf({ text, profile }: Stored): string {
  return JSON.stringify([text, { ...Object(profile), filled: [] }]);
}
