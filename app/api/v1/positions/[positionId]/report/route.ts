import { getLocale } from "next-intl/server";
import { z } from "zod";
import { reportResponse, shortlistReportQuery } from "@/lib/api/report-response";
import { route } from "@/lib/api/route";
import { getShortlistReport } from "@/lib/report/shortlist-report";

const params = z.object({ positionId: z.uuid() });

export const GET = route(
  { permission: "screening:read", params, query: shortlistReportQuery },
  async ({ params, query, viewer }) => {
    const locale = (await getLocale()) === "zh" ? "zh" : "en";
    return reportResponse(await getShortlistReport({ ...params, ...query, viewer, locale }));
  },
);
