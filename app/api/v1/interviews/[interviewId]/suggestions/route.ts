import { z } from "zod";
import { errorResponse } from "@/lib/api/error-response";
import { route } from "@/lib/api/route";
import { whileSignedIn } from "@/lib/auth/watch-session";
import { suggestByModel } from "@/lib/interview/ask-model";
import { getInterview } from "@/lib/interview/get-interview";

const params = z.object({ interviewId: z.uuid() });

/**
 * The next question by a model as lines of JSON, as it is written: `{"text": "…"}` for each piece, at the end
 * `{"isUsable": true}`, or `{"error": {…}}` as other addresses answer it.
 */
export const POST = route({ permission: "interview:hold", params }, async ({ params, viewer, request }) => {
  // Before the first line: afterwards the status is sent.
  await getInterview({ ...params, viewer });
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (line: unknown) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      try {
        const onText = (text: string) => send({ text });
        const work = (signal: AbortSignal) => suggestByModel({ ...params, viewer, signal, onText });
        send(await whileSignedIn({ viewer, signal: request.signal, work }));
      } catch (error) {
        if (!request.signal.aborted) send(await (await errorResponse(error)).json());
      }
      controller.close();
    },
  });
  return new Response(stream, { headers: { "content-type": "application/x-ndjson", "cache-control": "no-store" } });
});
