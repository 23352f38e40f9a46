import "server-only";
import { scopedDb } from "@/lib/db";
import { readOrganisationSettings } from "@/lib/organisation/settings";
import { markTraitsByModel, writeProseByModel } from "@/lib/video/add-model-part";
import { type VideoAnalysis, videoAnalysis } from "@/lib/video/analysis-schema";
import { checkConsistency } from "@/lib/video/engine/check-consistency";
import { hintTraits } from "@/lib/video/engine/hint-traits";
import { judgeConfidence } from "@/lib/video/engine/judge-confidence";
import { measureDelivery } from "@/lib/video/engine/measure-delivery";
import { checkQuality } from "@/lib/video/engine/quality";
import { type Conversation, readConversation, readExchanges } from "@/lib/video/engine/read-exchanges";
import { type VideoSubject, videoEngine } from "@/lib/video/engine/subject";
import { summarise } from "@/lib/video/engine/summarise";
import { jurisdictionOf } from "@/lib/video/jurisdiction";
import { type AnalysisStep, analysisSteps } from "@/lib/video/kinds";
import { loadVideoSubject } from "@/lib/video/load-subject";
import { transcript } from "@/lib/video/schema";

/** Of one state of a transcript: when it was changed meanwhile, what is made of the older one is thrown away. */
export type OfRevision = { organisationId: string; videoId: string; revision: number };

/**
 * Makes one part of the analysis and keeps it with those before. Safe to repeat: the same words give the same part. A
 * transcript that does not pass its check is done with the first.
 */
export async function runAnalysisStep({ step, ...of }: OfRevision & { step: AnalysisStep }): Promise<{
  outcome: "done" | "refused" | "gone";
}> {
  const { organisationId, videoId, revision } = of;
  const db = scopedDb(organisationId);
  const [video] = await db.video.updateManyAndReturn({
    where: { id: videoId, revision, state: { in: ["pending", "running"] } },
    data: { state: "running", analysisStep: step },
    select: {
      ...{ transcript: true, analysis: true, durationSeconds: true, resumeId: true },
      ...{ candidateName: true, positionApplied: true, recorded: true },
    },
  });
  if (!video?.transcript) return { outcome: "gone" };
  const said = transcript.parse(video.transcript);
  const before = videoAnalysis.safeParse(video.analysis).data;
  const known = before?.revision === revision ? before : emptyAnalysis(revision);
  const analysis = { ...known, ...(await makePart()) };
  const isOver = step === analysisSteps.at(-1) || analysis.quality?.passes === false;
  const { count } = await db.video.updateMany({
    where: { id: videoId, revision, state: "running" },
    data: { analysis, ...(isOver && { state: "completed", analysisStep: null, error: null }) },
  });
  return { outcome: count === 0 ? "gone" : analysis.quality?.passes === false ? "refused" : "done" };

  async function makePart(): Promise<Partial<VideoAnalysis>> {
    if (step === "quality")
      return { quality: checkQuality({ transcript: said, durationSeconds: video?.durationSeconds ?? null }) };
    const subject = await loadVideoSubject(organisationId, whoseOf());
    const conversation = readConversation(said, subject);
    if (step === "exchanges") return { exchanges: readExchanges(conversation, subject) };
    if (step === "delivery") return { delivery: measureDelivery(conversation) };
    if (step === "consistency") return { consistency: checkConsistency(conversation, subject) };
    if (step === "traits") return { traits: await traitsOf(conversation, subject) };
    if (step === "model_traits")
      return { traits: await markTraitsByModel(organisationId, known.traits, conversation, subject) };
    if (step === "model_summary") return { prose: await writeProseByModel(organisationId, known, subject) };
    const { quality, exchanges, consistency } = known;
    if (!quality || !exchanges || !consistency) throw new Error("A step was left out");
    return {
      confidence: judgeConfidence(said, quality, conversation, subject),
      summary: summarise(conversation, subject, { exchanges, consistency }),
    };
  }

  async function traitsOf(...[conversation, { city }]: [Conversation, VideoSubject]): Promise<VideoAnalysis["traits"]> {
    const { showsTraits } = await readOrganisationSettings(organisationId);
    if (!showsTraits) return null;
    const where = jurisdictionOf(city);
    const locked = { words: 0, needed: 0, hints: [], model: null, failureReason: null };
    return where === "elsewhere"
      ? hintTraits(conversation)
      : { state: where === "eu" ? "locked_eu" : "locked_unknown", ...locked };
  }

  function whoseOf() {
    const { resumeId = null, candidateName = "", positionApplied = "", recorded = null } = video ?? {};
    return { resumeId, candidateName, positionApplied, recorded };
  }
}

export async function failAnalysis({ organisationId, videoId, revision }: OfRevision) {
  await scopedDb(organisationId).video.updateMany({
    where: { id: videoId, revision, state: { in: ["pending", "running"] } },
    data: { state: "failed", error: "analysis_failed" },
  });
}

function emptyAnalysis(revision: number): VideoAnalysis {
  const nothing = {
    quality: null,
    exchanges: null,
    delivery: null,
    consistency: null,
    traits: null,
    confidence: null,
    summary: null,
    prose: null,
  };
  return { engine: videoEngine, revision, ...nothing };
}
