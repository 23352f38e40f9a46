import { getLocale } from "next-intl/server";
import { z } from "zod";
import { reportResponse } from "@/lib/api/report-response";
import { route } from "@/lib/api/route";
import { exportFigures } from "@/lib/figures/export-figures";
import { figureListQuery, figuresQuery } from "@/lib/figures/schema";

const format = z.enum(["csv", "xlsx"]);
/** All figures, or the list behind one number. */
const query = z.union([figureListQuery.extend({ format }), figuresQuery.extend({ format, figure: z.undefined() })]);

export const GET = route({ permission: "screening:read", query }, async ({ query, viewer }) => {
  const locale = (await getLocale()) === "zh" ? "zh" : "en";
  return reportResponse(await exportFigures({ ...query, viewer, locale }));
});
