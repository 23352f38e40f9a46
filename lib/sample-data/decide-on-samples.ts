import "server-only";
import { scopedDb } from "@/lib/db";
import { demoDecisions } from "@/lib/demo/positions";
import { decide } from "@/lib/screening/decide";
import { getSample, type SampleIds } from "./find-sample";

/** Decides on a few candidates of some boards, from the top or the bottom. Safe to repeat: nobody is decided on twice. */
export async function decideOnSamples(sample: SampleIds) {
  const { viewer } = await getSample(sample);
  const db = scopedDb(sample.organisationId);
  for (const { title, place, outcome, reason } of demoDecisions) {
    const applications = await db.application.findMany({
      where: { position: { isSample: true, title }, currentRunId: { not: null } },
      orderBy: [{ currentRun: { comprehensiveScore: { sort: "desc", nulls: "last" } } }, { number: "asc" }],
      select: { id: true, currentRunId: true, _count: { select: { decisions: true } } },
    });
    const application = applications.at(place);
    if (!application || application._count.decisions > 0) continue;
    await decide({ viewer, applicationId: application.id, runId: application.currentRunId, outcome, reason });
  }
}
