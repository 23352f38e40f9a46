import { readUpload } from "@/lib/api/read-upload";
import { route } from "@/lib/api/route";
import { parseTrial } from "@/lib/compat/resumesdk/trial-schema";
import { tryParse } from "@/lib/compat/resumesdk/try-parse";
import { largestFileBytes } from "@/lib/resume/schema";

/** The file is the request's body, its name a header. */
export const POST = route({ answer: parseTrial, permission: "resume:import" }, async ({ viewer, request }) => {
  const upload = await readUpload(request, () => largestFileBytes);
  return Response.json(await tryParse({ ...upload, viewer }));
});
