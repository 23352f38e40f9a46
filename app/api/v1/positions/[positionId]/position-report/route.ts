import { getLocale } from "next-intl/server";
import { z } from "zod";
import { reportResponse, shortlistReportQuery } from "@/lib/api/report-response";
import { route } from "@/lib/api/route";
import { getPositionReport } from "@/lib/report/position-report";

const params = z.object({ positionId: z.uuid() });

/** How the position stands, with its figures and finalists; the shortlist alone is at `report`. */
export const GET = route(
  { permission: "screening:read", params, query: shortlistReportQuery },
  async ({ params, query, viewer }) => {
    const locale = (await getLocale()) === "zh" ? "zh" : "en";
    return reportResponse(await getPositionReport({ ...params, ...query, viewer, locale }));
  },
);
