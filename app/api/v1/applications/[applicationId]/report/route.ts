import { getLocale } from "next-intl/server";
import { z } from "zod";
import { candidateReportQuery, reportResponse } from "@/lib/api/report-response";
import { route } from "@/lib/api/route";
import { getCandidateReport } from "@/lib/report/candidate-report";

const params = z.object({ applicationId: z.uuid() });

export const GET = route(
  { permission: "screening:read", params, query: candidateReportQuery },
  async ({ params, query, viewer }) => {
    const locale = (await getLocale()) === "zh" ? "zh" : "en";
    return reportResponse(await getCandidateReport({ ...params, ...query, viewer, locale }));
  },
);
