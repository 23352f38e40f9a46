import { z } from "zod";
import { beginAnswer } from "@/lib/video/invites/answer-invite";
import { answerRoute } from "@/lib/video/invites/answer-route";
import { largestVideoBytes } from "@/lib/video/kinds";
import { videoUpload } from "@/lib/video/uploads/schema";

const params = z.object({ token: z.string().max(100) });
const body = z.object({ fileSize: z.int().min(1).max(largestVideoBytes) });

export const POST = answerRoute({ answer: videoUpload, params, body, isHeavy: true }, async ({ params, body }) =>
  Response.json(await beginAnswer({ ...params, ...body }), { status: 201 }),
);
