import { z } from "zod";
import { completeAnswers } from "@/lib/video/invites/answer-invite";
import { answerRoute } from "@/lib/video/invites/answer-route";
import { completeAnswersInput } from "@/lib/video/invites/schema";

const params = z.object({ token: z.string().max(100) });

/** Every question is answered: the answers become one recording, and the link closes. */
export const POST = answerRoute({ params, body: completeAnswersInput, isHeavy: true }, async ({ params, body }) => {
  await completeAnswers({ ...params, ...body });
  return new Response(null, { status: 204 });
});
