import "server-only";
import { z } from "zod";
import { findTranscriber } from "@/lib/ai/transcription/ask-transcriber";
import { assertCan, visibleVideos } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma, scopedDb } from "@/lib/db";
import { readOrganisationSettings } from "@/lib/organisation/settings";
import { blindName, findBlindings } from "@/lib/resume/blind/blindings";
import { videoAnalysis } from "@/lib/video/analysis-schema";
import { containerFacts } from "@/lib/video/container/schema";
import { outsideAnalysis, recordedFacts, transcript, type VideoDetail, type VideoListItem } from "@/lib/video/schema";
import { toVideoListItem, videoListSelect } from "@/lib/video/view";

const most = 500;

/** Newest first. Of somebody hidden from the viewer, a number. */
export async function listVideos(viewer: Viewer): Promise<VideoListItem[]> {
  assertCan(viewer, "video:read");
  const db = scopedDb(viewer.organisationId);
  const rows = await db.video.findMany({
    where: visibleVideos(viewer),
    orderBy: { number: "desc" },
    take: most,
    select: videoListSelect,
  });
  // Whole transcripts are no part of a list.
  const said = await db.video.findMany({
    where: { id: { in: rows.map(({ id }) => id) }, transcript: { not: Prisma.DbNull } },
    select: { id: true },
  });
  const transcribed = new Set(said.map(({ id }) => id));
  return hideNames(
    rows.map((row) => toVideoListItem(row, transcribed.has(row.id))),
    viewer,
  );
}

async function hideNames<Item extends VideoListItem>(items: Item[], viewer: Viewer): Promise<Item[]> {
  const blindings = await findBlindings(
    viewer,
    items.flatMap(({ resumeId }) => resumeId ?? []),
  );
  return items.map((item) => {
    const blinding = item.resumeId ? blindings.get(item.resumeId) : undefined;
    return blinding
      ? { ...item, name: blindName(blinding), candidateName: blindName(blinding), hasPoster: false }
      : item;
  });
}

/** One video with its transcript and what others said of it; null when there is none that the viewer may see. */
export async function findVideo({ videoId, viewer }: { videoId: string; viewer: Viewer }): Promise<VideoDetail | null> {
  assertCan(viewer, "video:read");
  if (!z.uuid().safeParse(videoId).success) return null;
  const row = await scopedDb(viewer.organisationId).video.findFirst({
    where: { id: videoId, ...visibleVideos(viewer) },
    select: {
      ...videoListSelect,
      transcript: true,
      error: true,
      revision: true,
      analysis: true,
      facts: true,
      recorded: true,
      outsideAnalyses: { orderBy: { createdAt: "desc" }, take: 50 },
    },
  });
  if (!row) return null;
  const { error, outsideAnalyses, revision, analysis, facts, recorded, transcript: spoken, ...listed } = row;
  const [item] = await hideNames([toVideoListItem(listed, spoken !== null)], viewer);
  if (!item) return null;
  const isBlind = item.resumeId !== null && (await findBlindings(viewer, [item.resumeId])).has(item.resumeId);
  const shown = videoAnalysis.safeParse(analysis).data;
  const { showsTraits } = await readOrganisationSettings(viewer.organisationId);
  const here = recordedFacts.safeParse(recorded).data;
  return {
    ...{ ...item, error, isBlind, revision, canTranscribe: findTranscriber() !== null },
    facts: containerFacts.safeParse(facts).data ?? null,
    hasAgreed: here?.consent != null,
    recordedHere: here?.questions && !isBlind ? { questions: here.questions, events: here.events ?? [] } : null,
    analysis: isBlind || !shown ? null : { ...shown, ...(!showsTraits && { traits: null }) },
    transcript: isBlind ? null : transcript.nullable().parse(spoken),
    outsideAnalyses: outsideAnalyses.map(({ analyser, scores, summary, createdAt }) =>
      outsideAnalysis.parse({
        analyser,
        scores,
        summary: isBlind ? null : summary,
        createdAt: createdAt.toISOString(),
      }),
    ),
  };
}
