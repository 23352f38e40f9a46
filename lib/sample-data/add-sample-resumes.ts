import "server-only";
import { scopedDb } from "@/lib/db";
import { acceptResume } from "@/lib/resume/accept-resume";
import { getSample, type SampleIds } from "./find-sample";

/** Takes some of the demo's files in, as if they had been dropped. Safe to repeat: each has one line in the import. */
export async function addSampleResumes({ from, count, ...sample }: SampleIds & { from: number; count: number }) {
  const { seed, viewer } = await getSample(sample);
  const { batchId } = sample;
  const lines = await scopedDb(sample.organisationId).importItem.findMany({
    where: { batchId },
    select: { fileName: true },
  });
  const { makeDemo } = await import("@/lib/demo/make-demo");
  for (const { name: fileName, make } of makeDemo(seed).slice(from, from + count)) {
    if (lines.some((line) => line.fileName === fileName)) continue;
    await acceptResume({ viewer, batchId, fileName, declaredType: "", bytes: await make(), isSample: true });
  }
}
