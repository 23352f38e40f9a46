import "server-only";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import { createSecretToken } from "@/lib/auth/secret-token";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { assertOpen, blindName, findBlindings } from "@/lib/resume/blind/blindings";
import { getOwnResume } from "@/lib/video/store-video";
import { type CreateInviteInput, type InviteItem, inviteQuestion } from "./schema";

const dayMs = 86_400_000;

/** Makes a link by which one candidate answers questions once, without an account. */
export async function createInvite({ viewer, ...given }: CreateInviteInput & { viewer: Viewer }) {
  assertCan(viewer, "video:write");
  const { resumeId, days, ...content } = given;
  await getOwnResume(resumeId, viewer);
  await assertOpen(viewer, resumeId);
  const { token, tokenHash } = createSecretToken("hga_");
  const expiresAt = new Date(Date.now() + days * dayMs);
  const { organisationId, userId: createdById } = viewer;
  const { id } = await scopedDb(organisationId).$transaction(async (tx) => {
    const data = { organisationId, resumeId, createdById, tokenHash, expiresAt, ...content };
    const invite = await tx.videoInvite.create({ data, select: { id: true } });
    await recordAudit(tx, { viewer, action: "video.invited", subjectType: "resume", subjectId: resumeId });
    return invite;
  });
  return { id, path: `/answer/${token}`, expiresAt: expiresAt.toISOString() };
}

const most = 100;

/** The newest first. */
export async function listInvites(viewer: Viewer): Promise<InviteItem[]> {
  assertCan(viewer, "video:write");
  const rows = await scopedDb(viewer.organisationId).videoInvite.findMany({
    where: { resume: visibleResumes(viewer) },
    orderBy: { createdAt: "desc" },
    take: most,
    include: { resume: { select: { candidateName: true, fileName: true } } },
  });
  const blindings = await findBlindings(
    viewer,
    rows.map(({ resumeId }) => resumeId),
  );
  return rows.map(({ id, resumeId, resume, positionApplied, questions, expiresAt, createdAt, ...row }) => {
    const blinding = blindings.get(resumeId);
    const over = expiresAt < new Date() ? ("expired" as const) : ("open" as const);
    return {
      ...{ id, resumeId, positionApplied },
      candidateName: blinding ? blindName(blinding) : (resume.candidateName ?? resume.fileName),
      state: row.completedAt ? "completed" : row.revokedAt ? "revoked" : over,
      questions: z.array(inviteQuestion).parse(questions).length,
      expiresAt: expiresAt.toISOString(),
      createdAt: createdAt.toISOString(),
    };
  });
}

/** Closes a link that was not used. */
export async function revokeInvite({ inviteId, viewer }: { inviteId: string; viewer: Viewer }) {
  assertCan(viewer, "video:write");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { count } = await tx.videoInvite.updateMany({
      where: { id: inviteId, completedAt: null, revokedAt: null, resume: visibleResumes(viewer) },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new AppError("not_found", "invite_not_found");
    await recordAudit(tx, { viewer, action: "video.invite_revoked", subjectType: "video_invite", subjectId: inviteId });
  });
}
