import "server-only";
import { setImmediate } from "node:timers/promises";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { applyCorrections } from "@/lib/resume/corrections/apply-corrections";
import { loadCorrections } from "@/lib/resume/corrections/load-corrections";
import { resumeProfile } from "@/lib/resume/profile";
import { type Blinding, findBlindings } from "./blindings";
import { type RedactedResume, redactResume } from "./redact-resume";

export type Redacted = RedactedResume & { blinding: Blinding };

/** The redacted resumes of those that the viewer may not see open; the others, and those not yet read, are missing. */
export async function loadRedacted(viewer: Viewer, resumeIds: readonly string[], tx?: Transaction) {
  const blindings = await findBlindings(viewer, resumeIds, tx);
  const blinded = [...blindings.keys()];
  if (blinded.length === 0) return new Map<string, Redacted>();
  const db = tx ?? scopedDb(viewer.organisationId);
  const rows = await db.resume.findMany({
    where: { id: { in: blinded } },
    select: {
      ...{ id: true, candidateName: true },
      candidate: { select: { name: true } },
      content: { select: { text: true, profile: true } },
    },
  });
  const corrections = await loadCorrections(db, blinded);
  const redacted = new Map<string, Redacted>();
  for (const { id, candidateName, candidate, content } of rows) {
    const blinding = blindings.get(id);
    if (!blinding || !content) continue;
    // Each takes a millisecond, a list of them would hold up other requests.
    await setImmediate();
    const read = resumeProfile.parse(content.profile);
    const { profile } = applyCorrections(read, corrections.get(id) ?? []);
    const names = [candidateName, candidate?.name].flatMap((name) => name ?? []);
    const { hidesSchools } = blinding;
    redacted.set(id, { ...redactResume({ text: content.text, profile, read, names, hidesSchools }), blinding });
  }
  return redacted;
}
