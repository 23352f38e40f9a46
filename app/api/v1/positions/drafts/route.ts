import { getLocale } from "next-intl/server";
import { readUpload } from "@/lib/api/read-upload";
import { route } from "@/lib/api/route";
import { draftPosition } from "@/lib/position/draft-position";
import { draftedPosition } from "@/lib/position/draft-schema";
import { largestFileBytes } from "@/lib/resume/schema";

/** The description is the request's body: a file, or pasted text as a text file. Its name comes in a header. */
export const POST = route({ permission: "position:write", answer: draftedPosition }, async ({ viewer, request }) => {
  const upload = await readUpload(request, () => largestFileBytes);
  const locale = (await getLocale()) === "zh" ? "zh" : "en";
  return Response.json(await draftPosition({ ...upload, locale, viewer, signal: request.signal }));
});
