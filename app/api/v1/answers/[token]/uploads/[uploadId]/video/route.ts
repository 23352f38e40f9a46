import { z } from "zod";
import { inviteSender } from "@/lib/video/invites/answer-invite";
import { answerRoute } from "@/lib/video/invites/answer-route";
import { storedVideo } from "@/lib/video/schema";
import { readUpload } from "@/lib/video/uploads/receive-parts";

const params = z.object({ token: z.string().max(100), uploadId: z.uuid() });

/** The parts of one answer are all there; it becomes a recording with the others. */
export const POST = answerRoute({ answer: storedVideo, params }, async ({ params: { token, uploadId } }) => {
  await readUpload({ uploadId, sender: await inviteSender(token) });
  return Response.json({ id: uploadId });
});
