import { z } from "zod";
import { reportResponse } from "@/lib/api/report-response";
import { route } from "@/lib/api/route";
import { exportPosition } from "@/lib/position/export-position";

export const GET = route(
  { permission: "position:read", params: z.object({ positionId: z.uuid() }) },
  async ({ params, viewer }) => {
    const { fileName, text: body } = await exportPosition({ ...params, viewer });
    return reportResponse({ fileName, format: "json", body });
  },
);
