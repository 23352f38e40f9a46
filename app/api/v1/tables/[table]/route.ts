import { getLocale } from "next-intl/server";
import { z } from "zod";
import { reportResponse } from "@/lib/api/report-response";
import { route } from "@/lib/api/route";
import { exportTable } from "@/lib/report/tables/export-table";
import { tableFormats, tableKinds } from "@/lib/report/tables/kinds";

const params = z.object({ table: z.enum(tableKinds) });
const query = z.object({ format: z.enum(tableFormats).default("csv") });

/** A list of the pages as a file. Who may not see the list is refused. */
export const GET = route({ permission: "position:read", params, query }, async ({ params, query, viewer }) => {
  const locale = (await getLocale()) === "zh" ? "zh" : "en";
  return reportResponse(await exportTable({ ...params, ...query, viewer, locale }));
});
