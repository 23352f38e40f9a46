import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import type { SampleDataView } from "./schema";

/** What of the demo is here. Looks for more than the one row only where there is one. */
export async function findSampleData({ viewer }: { viewer: Viewer }): Promise<SampleDataView> {
  assertCan(viewer, "resume:import");
  const db = scopedDb(viewer.organisationId);
  const sample = await db.sampleData.findFirst({ select: { state: true } });
  if (!sample) return { state: "none", resumes: 0, positions: 0, applications: 0, decisions: 0 };
  const application = { OR: [{ resume: { isSample: true } }, { position: { isSample: true } }] };
  const [resumes, positions, applications, decisions] = await Promise.all([
    db.resume.count({ where: { isSample: true } }),
    db.position.count({ where: { isSample: true } }),
    db.application.count({ where: application }),
    db.decision.count({ where: { application, revokedAt: null } }),
  ]);
  const isOpen = sample.state === "pending" || sample.state === "running";
  const state = isOpen ? "running" : sample.state === "completed" ? "completed" : "failed";
  return { state, resumes, positions, applications, decisions };
}
