import { readUpload } from "@/lib/api/read-upload";
import { route } from "@/lib/api/route";
import { draftPosition } from "@/lib/position/draft-position";
import { largestFileBytes } from "@/lib/resume/schema";

/** The description is the request's body: a file, or pasted text as a text file. Its name comes in a header. */
export const POST = route({ permission: "position:write" }, async ({ viewer, request }) =>
  Response.json(await draftPosition({ ...(await readUpload(request, () => largestFileBytes)), viewer })),
);
