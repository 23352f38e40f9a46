import "server-only";
import { recommendationSourcesChanged } from "@/inngest/events";
import { enqueue } from "@/inngest/outbox";
import type { Transaction } from "@/lib/db";

type SourcesChanged = { organisationId: string; applicationIds: readonly string[] };

/** Something that recommendations rest on is not what it was: those that were made are made anew by a job. */
export async function tellSourcesChanged(tx: Transaction, { organisationId, applicationIds }: SourcesChanged) {
  if (applicationIds.length === 0) return;
  const made = await tx.recommendation.findMany({
    where: { applicationId: { in: [...applicationIds] } },
    distinct: ["applicationId"],
    select: { applicationId: true },
  });
  for (const { applicationId } of made)
    await enqueue(tx, recommendationSourcesChanged.create({ organisationId, applicationId }));
}

/** The same for all that a resume has applied for. */
export async function tellSourcesOfResumeChanged(
  tx: Transaction,
  { organisationId, resumeId }: { organisationId: string; resumeId: string | null },
) {
  if (!resumeId) return;
  const applications = await tx.application.findMany({ where: { resumeId }, select: { id: true } });
  await tellSourcesChanged(tx, { organisationId, applicationIds: applications.map(({ id }) => id) });
}
