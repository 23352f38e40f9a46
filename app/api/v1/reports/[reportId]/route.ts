import { z } from "zod";
import { route } from "@/lib/api/route";
import { getReport } from "@/lib/report/request-report";

const params = z.object({ reportId: z.uuid() });

export const GET = route({ permission: "interview:read", params }, async ({ params, viewer }) =>
  Response.json(await getReport({ ...params, viewer })),
);
