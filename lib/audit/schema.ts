import { z } from "zod";
import { actorKinds, outcomes } from "@/lib/audit/kinds";

const day = z.iso.date();

/** What an audit log is narrowed to; days are UTC and both count. */
export const auditFilter = z.object({
  actorId: z.uuid().optional(),
  candidateId: z.uuid().optional(),
  /** An action, or its first part: `resume`. */
  action: z
    .string()
    .regex(/^[a-z_]+(\.[a-z_]+)?$/)
    .optional(),
  outcome: z.enum(outcomes).optional(),
  from: day.optional(),
  to: day.optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

/** The page of events before a place in the chain. */
export const listAuditQuery = auditFilter.extend({ before: z.coerce.number().int().min(1).optional() });

export const exportAuditQuery = auditFilter.extend({ format: z.enum(["csv", "json"]).default("csv") });

export const auditEventView = z.object({
  id: z.uuid(),
  /** Place in the chain. */
  seq: z.int(),
  at: z.iso.datetime(),
  actor: z.object({ id: z.uuid().nullable(), kind: z.enum(actorKinds), name: z.string().nullable() }),
  action: z.string(),
  outcome: z.enum(outcomes),
  subject: z.object({ type: z.string(), id: z.uuid().nullable() }),
  candidateId: z.uuid().nullable(),
  ip: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type AuditEventView = z.infer<typeof auditEventView>;

export const auditPage = z.object({
  events: auditEventView.array(),
  /** What to ask for next; null at the beginning of the chain. */
  before: z.int().nullable(),
});
export type AuditPage = z.infer<typeof auditPage>;
