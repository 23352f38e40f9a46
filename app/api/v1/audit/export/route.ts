import { streamResponse } from "@/lib/api/file-response";
import { route } from "@/lib/api/route";
import { exportAudit } from "@/lib/audit/export-audit";
import { exportAuditQuery } from "@/lib/audit/schema";

/** The log as a file, of one candidate with `candidateId`. */
export const GET = route({ permission: "audit:read", query: exportAuditQuery }, async ({ query, viewer }) =>
  streamResponse(await exportAudit({ ...query, viewer })),
);
