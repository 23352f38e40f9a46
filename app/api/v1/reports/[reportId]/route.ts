import { z } from "zod";
import { route } from "@/lib/api/route";
import { getReport } from "@/lib/report/request-report";
import { reportView } from "@/lib/report/schema";

const params = z.object({ reportId: z.uuid() });

export const GET = route({ permission: "interview:read", answer: reportView, params }, async ({ params, viewer }) =>
  Response.json(await getReport({ ...params, viewer })),
);
