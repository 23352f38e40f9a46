import { z } from "zod";
import { inviteSender } from "@/lib/video/invites/answer-invite";
import { answerRoute } from "@/lib/video/invites/answer-route";
import { findUpload } from "@/lib/video/uploads/receive-parts";
import { videoUpload } from "@/lib/video/uploads/schema";

const params = z.object({ token: z.string().max(100), uploadId: z.uuid() });

export const GET = answerRoute({ answer: videoUpload, params }, async ({ params: { token, uploadId } }) =>
  Response.json(await findUpload({ uploadId, sender: await inviteSender(token) })),
);
