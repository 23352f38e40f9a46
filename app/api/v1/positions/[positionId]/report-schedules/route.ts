import { getLocale } from "next-intl/server";
import { z } from "zod";
import { route } from "@/lib/api/route";
import { addSchedule, listSchedules } from "@/lib/report/schedules/schedules";
import { scheduleInput, scheduleView } from "@/lib/report/schedules/schema";
import { requestedReport } from "@/lib/report/schema";

const params = z.object({ positionId: z.uuid() });

export const GET = route(
  { permission: "screening:read", answer: scheduleView.array(), params },
  async ({ params, viewer }) => Response.json(await listSchedules({ ...params, viewer })),
);

export const POST = route(
  { answer: requestedReport, permission: "screening:read", params, body: scheduleInput },
  async ({ params, body: input, viewer }) => {
    const locale = (await getLocale()) === "zh" ? "zh" : "en";
    return Response.json(await addSchedule({ ...params, input, locale, viewer }), { status: 201 });
  },
);
