import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

export type DigestedEvent = {
  id: string;
  organisationId: string;
  actorId: string | null;
  actorKind: string;
  action: string;
  subjectType: string;
  subjectId: string | null;
  candidateId: string | null;
  outcome: string;
  ip: string | null;
  requestId: string | null;
  details: unknown;
  createdAt: Date;
};

export const currentForm = 2;
/** What the first link of a chain follows. */
export const genesisHash = "0".repeat(64);

/** SHA-256 over the canonical JSON (RFC 8785) of everything an event says, hex. */
export function digestEvent({ createdAt, ...event }: DigestedEvent): string {
  return sha256(canonicalize({ ...event, at: createdAt.toISOString() }) ?? "");
}

/** As the trigger `audit_event_linked` computes it. */
export function hashLink({ seq, prevHash, digest }: { seq: number; prevHash: string; digest: string }): string {
  return sha256(`${seq}\n${prevHash}\n${digest}`);
}

type OldEvent = Pick<
  DigestedEvent,
  "id" | "organisationId" | "actorId" | "action" | "subjectType" | "subjectId" | "createdAt"
> & {
  /** As PostgreSQL writes the column. */
  detailsText: string;
  /** Microseconds since 1970: finer than a Date. */
  createdMicros: string;
};

/** The digest of form 1, which the migration to the chain gave to the events that were there. */
export function digestOldEvent(event: OldEvent): string {
  const { id, organisationId, actorId, action, subjectType, subjectId, detailsText, createdMicros } = event;
  return sha256(
    [id, organisationId, actorId ?? "", action, subjectType, subjectId ?? "", detailsText, createdMicros].join("\n"),
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
