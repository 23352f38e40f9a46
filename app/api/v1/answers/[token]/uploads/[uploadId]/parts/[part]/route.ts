import { z } from "zod";
import { receive } from "@/lib/api/read-upload";
import { inviteSender } from "@/lib/video/invites/answer-invite";
import { answerRoute } from "@/lib/video/invites/answer-route";
import { receivePart } from "@/lib/video/uploads/receive-parts";

const params = z.object({
  token: z.string().max(100),
  uploadId: z.uuid(),
  part: z.coerce.number().int().min(0).max(1000),
});

export const PUT = answerRoute({ params }, async ({ params: { token, ...of }, request }) => {
  await receivePart({ ...of, sender: await inviteSender(token), chunks: receive(request) });
  return new Response(null, { status: 204 });
});
