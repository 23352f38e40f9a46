import "server-only";
import { ModelError } from "@/lib/ai/model-error";
import { writePart } from "@/lib/ai/recommendation/write-part";
import type { SummaryFact } from "@/lib/ai/screening-summary/schema";
import { findModel } from "@/lib/ai/settings/find-model";
import { findUserViewer } from "@/lib/auth/find-user-viewer";
import { scopedDb } from "@/lib/db";
import { type Translate, translator } from "@/lib/i18n/translator";
import { isProvisional, isUninterviewed, recommendationDimensions } from "@/lib/recommendation/kinds";
import { findRecommendation } from "@/lib/recommendation/make-recommendation";
import type { ProsePart, Recommendation } from "@/lib/recommendation/schema";
import { sayEvidence } from "@/lib/recommendation/statements";

export const proseParts = [...recommendationDimensions, "report"] as const;
type PartKey = (typeof proseParts)[number];
type OfPart = { organisationId: string; recommendationId: string; part: PartKey };

/** Has a model write one part of the report, and keeps it. One that is there is not written, nor paid for, again. */
export async function writeProsePart({ organisationId, recommendationId, part }: OfPart): Promise<{ outcome: string }> {
  const db = scopedDb(organisationId);
  const row = await db.recommendation.findFirst({
    where: { id: recommendationId, wantsProse: true },
    select: { applicationId: true, madeById: true, application: { select: { position: { select: { title: true } } } } },
  });
  const viewer = row?.madeById ? await findUserViewer({ organisationId, userId: row.madeById }) : null;
  // With the eyes of who made it: a blind position's candidate has no name before a model either.
  const found = row && viewer && (await findRecommendation({ applicationId: row.applicationId, viewer }));
  if (!found || found.id !== recommendationId) return { outcome: "gone" };
  if (found.prose?.[part]) return { outcome: "there" };
  const facts = factsOf(found.result, part);
  const { title } = row.application.position;
  const written = facts.length === 0 ? nothing : await write({ organisationId, part, title, facts });
  await keepPart({ organisationId, recommendationId, part, written });
  return { outcome: written.failureReason ?? "written" };
}

/** For parts that cannot be written: nobody should wait for them. */
export async function failProse({ organisationId, recommendationId }: Omit<OfPart, "part">) {
  const written = { ...nothing, failureReason: "internal" };
  await keepPart({ organisationId, recommendationId, part: "report", written });
}

const nothing: ProsePart = { model: null, sentences: [], failureReason: null };

async function write({ organisationId, part, ...asked }: Pick<OfPart, "organisationId" | "part"> & Asked) {
  try {
    const model = await findModel({ organisationId, task: "recommendation" });
    if (!model) return { ...nothing, failureReason: "not_configured" };
    const about = part === "report" ? "the conclusion over all dimensions" : part.replaceAll("_", " ");
    const { sentences, ...written } = await writePart({ model, about, ...asked });
    return {
      ...written,
      sentences: sentences.map(({ quotes, ...one }) => ({ ...one, quotes: quotes.map(({ text }) => text) })),
    };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { ...nothing, failureReason: error.reason };
  }
}
type Asked = { title: string; facts: SummaryFact[] };

/** In one statement: parts written side by side do not overwrite each other. */
async function keepPart({ organisationId, recommendationId, part, written }: OfPart & { written: ProsePart }) {
  await scopedDb(organisationId).$executeRaw`
    update recommendation
    set prose = coalesce(prose, '{}'::jsonb) || jsonb_build_object(${part}::text, ${JSON.stringify(written)}::jsonb)
    where id = ${recommendationId}::uuid and organisation_id = ${organisationId}::uuid
      and not coalesce(prose, '{}'::jsonb) ? ${part}::text`;
}

/** What code knows of one dimension, or of all of them, one line each. */
function factsOf(result: Recommendation, part: PartKey): SummaryFact[] {
  const { dimensions, score, level, unknown, conflicts, open } = result;
  const t = translator("en");
  const lines =
    part === "report"
      ? [
          ...(score && level
            ? [{ text: `Score ${score.value}, between ${score.low} and ${score.high}: ${level}.`, quotes: [] }]
            : []),
          ...(level && isProvisional(result) ? [{ text: reservation(result), quotes: [] }] : []),
          ...dimensions.map((one) => ({
            text: `${t(`recommendation.dimension_${one.key}`)}: ${inWords(one.score)}.`,
            quotes: [],
          })),
          ...conflicts.map(({ subScore, evidence }) => ({
            text: `Sources differ on ${t(`recommendation.sub_${subScore}`)}: ${evidence.map(({ source, value }) => `${source} ${value}`).join(", ")}.`,
            quotes: evidence.flatMap(quotesOf),
          })),
          ...unknown.map(({ text }) => ({ text: `A must nobody knows: ${text}.`, quotes: [] })),
          ...open.slice(0, 3).map(({ subScore, points }) => ({
            text: `Not known: ${t(`recommendation.sub_${subScore}`)}; ${points} points hang on it.`,
            quotes: [],
          })),
        ]
      : ofDimension(
          dimensions.find(({ key }) => key === part),
          t,
        );
  return lines.map((line, index) => ({ id: `F${index + 1}`, ...line }));
}

function reservation(result: Recommendation): string {
  const reason = isUninterviewed(result) ? "nobody has interviewed the candidate yet" : "a must is still unknown";
  return `The recommendation is provisional: ${reason}. It is no reason to hire until that is settled.`;
}

function ofDimension(dimension: Recommendation["dimensions"][number] | undefined, t: Translate) {
  if (!dimension || dimension.score === null) return [];
  return [
    { text: `${t(`recommendation.dimension_${dimension.key}`)}: ${dimension.score} of 5.`, quotes: [] },
    ...dimension.subScores.flatMap(({ key, value, evidence }) => [
      { text: `${t(`recommendation.sub_${key}`)}: ${inWords(value)}.`, quotes: [] },
      ...evidence.map((one) => ({ text: `${one.source}: ${sayEvidence(one, "en")}`, quotes: quotesOf(one) })),
    ]),
  ];
}

type Quoted = Pick<Recommendation["conflicts"][number]["evidence"][number], "resumeQuotes" | "answerQuotes">;

function quotesOf({ resumeQuotes, answerQuotes }: Quoted) {
  return [...resumeQuotes, ...answerQuotes].map(({ start, end, text }) => ({ start, end, text }));
}

function inWords(value: number | null): string {
  return value === null ? "not known" : `${value} of 5`;
}
