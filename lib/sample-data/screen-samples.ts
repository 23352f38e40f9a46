import "server-only";
import { scopedDb } from "@/lib/db";
import type { Track } from "@/lib/demo/content/content";
import { demoPositions } from "@/lib/demo/positions";
import { startScreening } from "@/lib/screening/start-screening";
import { getSample, type SampleIds } from "./find-sample";

/** Of each neighbouring profession, so that a board has people on it who do not fit. */
const neighboursScreened = 2;

/** Screens those who might fit a position. Safe to repeat: a position with a screening gets no second one. */
export async function screenSamples({ track, ...sample }: SampleIds & { track: Track }) {
  const { seed, viewer } = await getSample(sample);
  const db = scopedDb(sample.organisationId);
  const { title, neighbours } = demoPositions[track];
  const position = await db.position.findFirst({ where: { isSample: true, title }, select: { id: true } });
  if (!position || (await db.screeningBatch.count({ where: { positionId: position.id } })) > 0) return;

  const { makeDemo } = await import("@/lib/demo/make-demo");
  const files = makeDemo(seed);
  const named = (of: Track) => files.filter((file) => file.track === of).map(({ name }) => name);
  const names = [...named(track), ...neighbours.flatMap((of) => named(of).slice(0, neighboursScreened))];
  const resumes = await db.resume.findMany({
    where: { isSample: true, state: "COMPLETED", fileName: { in: names } },
    select: { id: true },
  });
  const resumeIds = resumes.map(({ id }) => id);
  await startScreening({ viewer, positionId: position.id, resumeIds, withModel: false });
}
