import { inngest } from "@/inngest/client";
import { videoTranscriptionRequested } from "@/inngest/events";
import { cutAudio, failTranscription, joinPieces, transcribePiece } from "@/lib/video/transcribe-video";

/** Each piece is a step of its own, so that what was paid for is not asked again. */
export const transcribeVideoFunction = inngest.createFunction(
  {
    id: "transcribe-video",
    triggers: [videoTranscriptionRequested],
    concurrency: { limit: 2 },
    retries: 4,
    onFailure: ({ event, error }) => failTranscription({ ...event.data.event.data, reason: error.message }),
  },
  async ({ event, step }) => {
    const of = event.data;
    const cut = await step.run("cut-audio", () => cutAudio(of));
    if (cut.outcome !== "cut") return { outcome: cut.outcome };
    const { pieces } = cut;
    for (const { number, ending } of pieces) {
      const heard = await step.run(`transcribe-${number}`, () =>
        transcribePiece({ ...of, number, ending, total: pieces.length }),
      );
      if (heard.outcome !== "heard") return { outcome: heard.outcome };
    }
    return step.run("join", () => joinPieces({ ...of, pieces }));
  },
);
