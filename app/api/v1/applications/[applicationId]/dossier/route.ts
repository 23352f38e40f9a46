import { getLocale } from "next-intl/server";
import { z } from "zod";
import { dossierQuery, reportResponse } from "@/lib/api/report-response";
import { route } from "@/lib/api/route";
import { getDossier } from "@/lib/report/dossier-report";

const params = z.object({ applicationId: z.uuid() });

export const GET = route(
  { permission: "screening:read", params, query: dossierQuery },
  async ({ params, query, viewer }) => {
    const locale = (await getLocale()) === "zh" ? "zh" : "en";
    return reportResponse(await getDossier({ ...params, ...query, viewer, locale }));
  },
);
