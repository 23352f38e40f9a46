import "server-only";
import { z } from "zod";
import { assertCan, can } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { countPerson, findPerson, type Person } from "@/lib/privacy/find-person";
import { type PrivacyView, privacyView } from "@/lib/privacy/schema";
import { findUserNames } from "@/lib/resume/find-user-names";

/** What a person was told and agreed to, how much there is of them, and what stands in the way of erasing it. */
export async function findPrivacy({
  candidateId,
  viewer,
}: {
  candidateId: string;
  viewer: Viewer;
}): Promise<PrivacyView> {
  assertCan(viewer, "privacy:read");
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const candidate = await db.candidate.findFirst({ where: { id: candidateId } });
  if (!candidate) throw new AppError("not_found", "candidate_not_found");
  const person = await findPerson(db, candidateId);
  const [counts, consents, records] = await Promise.all([
    countPerson(db, person),
    listConsents(db, person),
    db.privacyRecord.findMany({
      where: { candidateId: { in: person.candidateIds } },
      orderBy: [{ at: "desc" }, { createdAt: "desc" }],
    }),
  ]);
  const { legalHold, legalHoldAt, legalHoldById, number } = candidate;
  const names = await findUserNames(organisationId, [
    ...records.map(({ recordedById }) => recordedById),
    ...(legalHoldById ? [legalHoldById] : []),
  ]);
  return privacyView.parse({
    ...{ candidateId, number, counts, consents },
    records: records.map(({ at, recordedById, ...record }) => ({
      ...record,
      at: at.toISOString(),
      recordedBy: names.get(recordedById) ?? null,
    })),
    legalHold:
      legalHold === null
        ? null
        : {
            reason: legalHold,
            at: (legalHoldAt ?? new Date(0)).toISOString(),
            by: (legalHoldById && names.get(legalHoldById)) || null,
          },
    may: {
      write: can(viewer, "privacy:write"),
      export: can(viewer, "person:export"),
      erase: can(viewer, "person:erase"),
      audit: can(viewer, "audit:read"),
    },
  });
}

const interviewConsent = z.object({ way: z.string(), keepsAudio: z.boolean().default(false), at: z.string() });
const recordingConsent = z.object({ consent: z.object({ way: z.string().default("told"), at: z.string() }) });

/** What was agreed to elsewhere, newest first. */
export async function listConsents(tx: Transaction, person: Pick<Person, "interviewIds" | "inviteIds" | "videoIds">) {
  const [interviews, invites, videos] = await Promise.all([
    tx.interview.findMany({ where: { id: { in: person.interviewIds } }, select: { id: true, consent: true } }),
    tx.videoInvite.findMany({
      where: { id: { in: person.inviteIds }, consentedAt: { not: null } },
      select: { id: true, consentedAt: true, consentText: true },
    }),
    tx.video.findMany({ where: { id: { in: person.videoIds } }, select: { id: true, recorded: true } }),
  ]);
  const found: PrivacyView["consents"] = [
    ...interviews.flatMap(({ id, consent }) => {
      const given = interviewConsent.safeParse(consent).data;
      return given ? [{ kind: "interview" as const, subjectId: id, text: null, ...given }] : [];
    }),
    ...invites.map(({ id, consentedAt, consentText }) => ({
      ...{ kind: "recording_link" as const, subjectId: id, way: "clicked", keepsAudio: true, text: consentText },
      at: (consentedAt ?? new Date(0)).toISOString(),
    })),
    ...videos.flatMap(({ id, recorded }) => {
      const given = recordingConsent.safeParse(recorded).data?.consent;
      return given ? [{ kind: "recording" as const, subjectId: id, keepsAudio: true, text: null, ...given }] : [];
    }),
  ];
  return found.sort((one, other) => other.at.localeCompare(one.at));
}
