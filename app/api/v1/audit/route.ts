import { route } from "@/lib/api/route";
import { listAudit } from "@/lib/audit/list-audit";
import { auditPage, listAuditQuery } from "@/lib/audit/schema";

/** What is on record, newest first. `before` of one answer asks for the next. */
export const GET = route(
  { permission: "audit:read", query: listAuditQuery, answer: auditPage },
  async ({ query, viewer }) => Response.json(await listAudit({ ...query, viewer })),
);
