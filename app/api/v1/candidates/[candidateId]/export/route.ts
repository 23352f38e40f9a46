import { getLocale } from "next-intl/server";
import { zipResponse } from "@/lib/api/file-response";
import { route } from "@/lib/api/route";
import { exportPerson } from "@/lib/privacy/export-person";
import { candidatePath } from "@/lib/privacy/schema";

/** Everything about one person, as a ZIP. */
export const GET = route({ permission: "person:export", params: candidatePath }, async ({ params, viewer }) =>
  zipResponse(await exportPerson({ ...params, viewer, locale: (await getLocale()) === "zh" ? "zh" : "en" })),
);
