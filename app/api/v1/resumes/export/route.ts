import { getLocale } from "next-intl/server";
import { z } from "zod";
import { fileResponse, streamResponse } from "@/lib/api/file-response";
import { route } from "@/lib/api/route";
import { exportRows } from "@/lib/resume/export/export-rows";
import { tableColumns } from "@/lib/resume/export/table-columns";
import { toCsv } from "@/lib/resume/export/to-csv";
import { toJsonResumes } from "@/lib/resume/export/to-json-resume";
import { toXlsx } from "@/lib/resume/export/to-xlsx";
import { resumeFilter } from "@/lib/resume/filter";

const query = resumeFilter.extend({
  format: z.enum(["csv", "xlsx", "json"]),
  /** Chosen rows; none means all that the filter leaves. */
  ids: z
    .string()
    .default("")
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(z.uuid()).max(500)),
});

export const GET = route({ permission: "resume:export", query }, async ({ query, viewer }) => {
  const { format, ids, ...filter } = query;
  const rows = exportRows({ viewer, filter, ids });
  const fileName = `resumes-${new Date().toISOString().slice(0, 10)}.${format}`;
  if (format === "json") {
    return streamResponse({ chunks: toJsonResumes(rows), fileName, mediaType: "application/json; charset=utf-8" });
  }
  const columns = await tableColumns(await getLocale());
  if (format === "csv")
    return streamResponse({ chunks: toCsv(columns, rows), fileName, mediaType: "text/csv; charset=utf-8" });
  const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return fileResponse({ bytes: await toXlsx(columns, rows), fileName, mediaType });
});
