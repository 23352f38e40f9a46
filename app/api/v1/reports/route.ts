import { getLocale } from "next-intl/server";
import { route } from "@/lib/api/route";
import { requestReport } from "@/lib/report/request-report";
import { requestedReport, requestReportInput } from "@/lib/report/schema";

/** A report as PDF or an archive of reports, made by a job: the answer's id tells how far it is and where the file will be. */
export const POST = route(
  { permission: "interview:read", answer: requestedReport, body: requestReportInput },
  async ({ body, viewer }) => {
    const locale = (await getLocale()) === "zh" ? "zh" : "en";
    return Response.json(await requestReport({ ...body, locale, viewer }), { status: 202 });
  },
);
