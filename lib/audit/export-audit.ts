import "server-only";
import { readAudit } from "@/lib/audit/list-audit";
import { recordAudit } from "@/lib/audit/record-audit";
import type { AuditEventView, AuditFilter } from "@/lib/audit/schema";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { csvLine } from "@/lib/resume/export/to-csv";

type ExportAudit = AuditFilter & { format: "csv" | "json"; viewer: Viewer };

const mediaTypes = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;

/** What is on record, of one candidate when asked so, as a file; that it left is put on record first. */
export async function exportAudit({ format, viewer, ...filter }: ExportAudit) {
  assertCan(viewer, "audit:read");
  const { candidateId } = filter;
  await recordAudit(scopedDb(viewer.organisationId), {
    ...{ viewer, action: "audit.exported", subjectType: "audit", subjectId: null, candidateId },
    details: { format },
  });
  const pages = readAudit({ ...filter, viewer });
  const fileName = `audit-${new Date().toISOString().slice(0, 10)}.${format}`;
  return { chunks: format === "csv" ? toCsv(pages) : toJson(pages), fileName, mediaType: mediaTypes[format] };
}

const columns = ["seq", "at", "actor_kind", "actor_id", "actor", "action", "outcome", "subject_type", "subject_id"];

async function* toCsv(pages: AsyncIterable<AuditEventView[]>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine([...columns, "candidate_id", "ip", "details", "hash"])}`;
  for await (const events of pages)
    yield events
      .map(({ seq, at, actor, action, outcome, subject, candidateId, ip, details, hash }) =>
        csvLine([
          ...[seq, at, actor.kind, actor.id, actor.name, action, outcome, subject.type, subject.id],
          ...[candidateId, ip, JSON.stringify(details), hash],
        ]),
      )
      .join("");
}

async function* toJson(pages: AsyncIterable<AuditEventView[]>): AsyncGenerator<string> {
  let lead = "[\n";
  for await (const events of pages)
    for (const event of events) {
      yield `${lead}${JSON.stringify(event)}`;
      lead = ",\n";
    }
  yield lead === "[\n" ? "[]\n" : "\n]\n";
}
