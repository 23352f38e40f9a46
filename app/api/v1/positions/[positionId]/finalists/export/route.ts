import { getLocale } from "next-intl/server";
import { z } from "zod";
import { reportResponse } from "@/lib/api/report-response";
import { route } from "@/lib/api/route";
import { chosenFinalists } from "@/lib/recommendation/find-finalists";
import { exportFinalists } from "@/lib/report/export-finalists";
import { tableFormats } from "@/lib/report/tables/kinds";

const params = z.object({ positionId: z.uuid() });
const query = z.object({ applications: chosenFinalists, format: z.enum(tableFormats).default("csv") });

export const GET = route({ permission: "screening:read", params, query }, async ({ params, query, viewer }) => {
  const { applications: applicationIds, format } = query;
  const locale = (await getLocale()) === "zh" ? "zh" : "en";
  return reportResponse(await exportFinalists({ ...params, applicationIds, format, viewer, locale }));
});
