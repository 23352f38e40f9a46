import { z } from "zod";
import { fileResponse } from "@/lib/api/file-response";
import { route } from "@/lib/api/route";
import { findAppointment } from "@/lib/interview/find-appointment";

const params = z.object({ interviewId: z.uuid() });

/** The appointment as a file that any calendar takes. */
export const GET = route({ permission: "interview:read", params }, async ({ params, viewer }) => {
  const { text, fileName } = await findAppointment({ ...params, method: "PUBLISH", viewer });
  return fileResponse({ bytes: new TextEncoder().encode(text), fileName, mediaType: "text/calendar; charset=utf-8" });
});
