import "server-only";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import { scopedDb } from "@/lib/db";
import { type Answer, Hrm2Error, notFound } from "./answer";
import { type Call, requiredId } from "./call";

/** E21: there are no videos yet, so none is found. */
export async function linkVideo(call: Call): Promise<Answer> {
  await assertResume(call);
  requiredId(call, "video_analysis_id");
  throw notFound("视频");
}

/** E22: nothing can be linked yet. */
export async function unlinkVideo(call: Call): Promise<Answer> {
  await assertResume(call);
  throw new Hrm2Error(400, "这份简历没有关联视频。");
}

async function assertResume(call: Call) {
  const { viewer } = call;
  assertCan(viewer, "screening:start");
  const where = { id: requiredId(call, "resume_data_id"), removedAt: null, ...visibleResumes(viewer) };
  if ((await scopedDb(viewer.organisationId).resume.count({ where })) === 0) throw notFound("简历");
}
