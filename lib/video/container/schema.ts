import { z } from "zod";

/** What a recording's container says of itself; nothing is decoded for it. */
export const containerFacts = z.object({
  /** By its last packets; null where not even that can be told. */
  durationSeconds: z.number().nonnegative().nullable(),
  mimeType: z.string().max(200),
  tracks: z
    .array(
      z.object({
        kind: z.enum(["video", "audio", "other"]),
        codec: z.string().nullable(),
        width: z.number().nullable(),
        height: z.number().nullable(),
        channels: z.number().nullable(),
        sampleRate: z.number().nullable(),
      }),
    )
    .max(50),
});
export type ContainerFacts = z.infer<typeof containerFacts>;

/** A part of the sound as a file of its own. */
export type AudioPiece = { path: string; startSeconds: number; endSeconds: number };

export type MediaFailure = "media_unreadable" | "audio_missing" | "audio_unsupported";

/** Recordings one after the other: when each begins in the whole. */
export type Joined = { kind: "webm" | "mp4"; starts: number[] };
