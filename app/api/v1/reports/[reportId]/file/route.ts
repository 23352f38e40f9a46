import { z } from "zod";
import { fileResponse } from "@/lib/api/file-response";
import { route } from "@/lib/api/route";
import { getReportFile } from "@/lib/report/request-report";

const params = z.object({ reportId: z.uuid() });

export const GET = route({ permission: "interview:read", params }, async ({ params, viewer }) =>
  fileResponse(await getReportFile({ ...params, viewer })),
);
