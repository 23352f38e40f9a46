import "server-only";
import type { Transaction } from "@/lib/db";
import { indexResume } from "@/lib/resume/parsing/index/index-resume";
import { resumeProfile } from "@/lib/resume/profile";
import { idCardKeys, unsealSensitive } from "@/lib/resume/vault/seal-sensitive";
import { applyCorrections } from "./apply-corrections";
import { loadCorrections } from "./load-corrections";

type Owner = { organisationId: string; resumeId: string };

/** Makes lists, filters and searches say what the corrected profile says. */
export async function updateIndex(tx: Transaction, { organisationId, resumeId }: Owner) {
  const { fileName, candidateId, candidateName, content } = await tx.resume.findUniqueOrThrow({
    where: { id: resumeId },
    select: { fileName: true, candidateId: true, candidateName: true, content: true },
  });
  if (!content) return;
  const corrections = (await loadCorrections(tx, [resumeId])).get(resumeId) ?? [];
  const { profile, placed } = applyCorrections(resumeProfile.parse(content.profile), corrections);
  const index = indexResume({ fileName, text: content.text, profile, corrected: placed.map(({ value }) => value) });
  const { searchTokens, words, textHash, shingleBands, personKeys, ...columns } = index;
  const sensitive = content.sensitive && unsealSensitive(content.sensitive, { organisationId, resumeId });
  const idCard = sensitive ? idCardKeys(sensitive, { organisationId }) : [];
  await tx.resume.update({ where: { id: resumeId }, data: { ...columns, personKeys: [...personKeys, ...idCard] } });
  await tx.$executeRaw`
    update resume set search_tokens = ${searchTokens}::int[], words = array_to_tsvector(${words}::text[])
    where id = ${resumeId}::uuid and organisation_id = ${organisationId}::uuid`;
  if (!candidateId) return;
  // Not where another resume of the same person names them.
  await tx.candidate.updateMany({
    where: { id: candidateId, name: candidateName },
    data: { name: index.candidateName },
  });
}
