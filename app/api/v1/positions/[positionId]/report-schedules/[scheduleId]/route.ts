import { z } from "zod";
import { route } from "@/lib/api/route";
import { removeSchedule } from "@/lib/report/schedules/schedules";

const params = z.object({ positionId: z.uuid(), scheduleId: z.uuid() });

export const DELETE = route({ permission: "screening:read", params }, async ({ params, viewer }) => {
  await removeSchedule({ ...params, viewer });
  return new Response(null, { status: 204 });
});
