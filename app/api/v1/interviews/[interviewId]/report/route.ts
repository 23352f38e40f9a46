import { getLocale } from "next-intl/server";
import { z } from "zod";
import { candidateReportQuery, reportResponse } from "@/lib/api/report-response";
import { route } from "@/lib/api/route";
import { getInterviewReport } from "@/lib/report/interview-report";

const params = z.object({ interviewId: z.uuid() });

export const GET = route(
  { permission: "interview:read", params, query: candidateReportQuery },
  async ({ params, query, viewer }) => {
    const locale = (await getLocale()) === "zh" ? "zh" : "en";
    return reportResponse(await getInterviewReport({ ...params, ...query, viewer, locale }));
  },
);
