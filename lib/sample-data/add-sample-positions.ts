import "server-only";
import { randomUUID } from "node:crypto";
import { scopedDb } from "@/lib/db";
import { demoPositions } from "@/lib/demo/positions";
import { createPosition } from "@/lib/position/save-position";
import { getSample, type SampleIds } from "./find-sample";

/** Safe to repeat: those that are there already stay as they are. */
export async function addSamplePositions(sample: SampleIds) {
  const { viewer } = await getSample(sample);
  const known = await scopedDb(sample.organisationId).position.findMany({
    where: { isSample: true },
    select: { title: true },
  });
  for (const { neighbours: _, requirements, ...content } of Object.values(demoPositions)) {
    if (known.some(({ title }) => title === content.title)) continue;
    const rows = requirements.map((requirement) => ({ key: randomUUID(), note: "", ...requirement }));
    await createPosition({ viewer, isSample: true, city: "", ...content, requirements: rows });
  }
}
