import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";

const quietSeconds = 60;

type Refusal = { error: unknown; viewer: Viewer | null; request: Request };

/** Puts on record that somebody who is signed in was refused something; the same once a minute. */
export async function recordRefusal({ error, viewer, request }: Refusal) {
  if (!viewer || !(error instanceof AppError) || error.code !== "forbidden") return;
  const db = scopedDb(viewer.organisationId);
  const details = { method: request.method, address: addressOf(request) };
  const event = { action: "access.refused", subjectType: "address", subjectId: null };
  try {
    const createdAt = { gt: new Date(Date.now() - quietSeconds * 1000) };
    const same = { ...event, actorId: viewer.userId, details: { equals: details }, createdAt };
    if ((await db.auditEvent.count({ where: same })) > 0) return;
    await recordAudit(db, { viewer, ...event, outcome: "refused", details });
  } catch {
    // The refusal stands, whether or not it could be written down.
    log.error({ code: "audit_failed" }, "a refusal was not put on record");
  }
}

/** Its parts that we named ourselves, and ids; whatever else stands in an address is left out. */
function addressOf(request: Request): string {
  return new URL(request.url).pathname
    .split("/")
    .map((part) => (/^[a-z0-9-]{0,40}$/.test(part) ? part : "…"))
    .join("/")
    .slice(0, 200);
}
