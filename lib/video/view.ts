import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { videoKinds, videoStates } from "@/lib/video/kinds";
import type { VideoListItem } from "@/lib/video/schema";

export const videoListSelect = {
  ...{ id: true, name: true, candidateName: true, positionApplied: true, resumeId: true, kind: true },
  ...{ fileSize: true, state: true, createdAt: true, analysisStep: true, durationSeconds: true },
  posterKey: true,
  _count: { select: { outsideAnalyses: true } },
} as const satisfies Prisma.VideoSelect;
type ListedRow = Prisma.VideoGetPayload<{ select: typeof videoListSelect }>;

export function toVideoListItem(
  { fileSize, createdAt, analysisStep, posterKey, _count, ...row }: ListedRow,
  hasTranscript: boolean,
): VideoListItem {
  return {
    ...row,
    kind: z.enum(videoKinds).catch("mp4").parse(row.kind),
    state: z.enum(videoStates).catch("failed").parse(row.state),
    step: row.state === "running" ? analysisStep : null,
    fileSize: Number(fileSize),
    hasPoster: posterKey !== null,
    createdAt: createdAt.toISOString(),
    needsTranscript: !hasTranscript && _count.outsideAnalyses === 0,
  };
}
