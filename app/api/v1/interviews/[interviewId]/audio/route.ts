import { z } from "zod";
import { readUpload } from "@/lib/api/read-upload";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { transcribed } from "@/lib/interview/page-schema";
import { transcribe } from "@/lib/interview/transcribe";

const query = z.object({ segmentId: z.uuid().optional() });
const params = z.object({ interviewId: z.uuid() });

/** Half a minute of speech in 16-bit samples at 16 kHz, and then some. */
const largestPieceBytes = 2_000_000;

/** A piece of speech as a WAV file; what was said before comes in a header, as file names do. */
export const POST = route(
  { permission: "interview:hold", answer: transcribed, params, query },
  async ({ params, query, viewer, request }) => {
    const { bytes, fileName: context } = await readUpload(request, () => largestPieceBytes);
    if (bytes.length > largestPieceBytes) throw new AppError("too_large", "body_too_large");
    const audio = new Uint8Array(bytes);
    return Response.json({
      text: await transcribe({ ...params, ...query, audio, context, viewer, signal: request.signal }),
    });
  },
);
