import { z } from "zod";
import { route } from "@/lib/api/route";
import { saveScorecardInput } from "@/lib/interview/page-schema";
import { saveScorecard } from "@/lib/interview/save-scorecard";

const params = z.object({ interviewId: z.uuid() });

export const PUT = route(
  { permission: "interview:hold", params, body: saveScorecardInput },
  async ({ params, body, viewer }) => {
    await saveScorecard({ ...params, ...body, viewer });
    return new Response(null, { status: 204 });
  },
);
