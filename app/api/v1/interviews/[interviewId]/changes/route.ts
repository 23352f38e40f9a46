import { z } from "zod";
import { route } from "@/lib/api/route";
import { applyChanges } from "@/lib/interview/apply-changes";
import { loadLive } from "@/lib/interview/load-live";
import { interviewChanges, liveAnswer } from "@/lib/interview/page-schema";

const params = z.object({ interviewId: z.uuid() });

/** Writes what a browser has to say, and answers with how things stand then. */
export const POST = route(
  { permission: "interview:hold", answer: liveAnswer, params, body: interviewChanges },
  async ({ params, body, viewer }) => {
    await applyChanges({ ...params, ...body, viewer });
    return Response.json(await loadLive({ ...params, after: body.after, viewer }));
  },
);
