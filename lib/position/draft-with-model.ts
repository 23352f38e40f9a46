import "server-only";
import { draftPositionWithModel } from "@/lib/ai/draft-position/draft-position";
import type { Locale } from "@/lib/i18n/locale";
import type { DescriptionQuote, DraftedPosition, DraftNote } from "@/lib/position/draft-schema";

type DraftWithModel = { built: DraftedPosition; organisationId: string; locale: Locale; signal?: AbortSignal };

/**
 * The draft of a model laid over the built-in one, which stays as it is without a model or when that fails, with the
 * reason. What the rules left out as protected stays out, whatever a model makes of it.
 */
export async function draftWithModel({ built, ...asked }: DraftWithModel): Promise<DraftedPosition> {
  const { description, leftOut } = built.draft;
  const { draft, model, failureReason } = await draftPositionWithModel({ description, ...asked });
  if (failureReason === "not_configured") return built;
  if (!draft) return { ...built, modelFailure: failureReason };
  const isProtected = (quote: DescriptionQuote) =>
    leftOut.some((left) => left.reason !== "soft" && left.quote.start < quote.end && quote.start < left.quote.end);
  const requirements = draft.requirements
    .filter(({ quote }) => !isProtected(quote))
    .map(({ kind, text, necessity, weight, quote }) => ({ kind, text, necessity, weight, quote }));
  const title = draft.title || built.draft.title;
  const isSolved = ({ code }: DraftNote) =>
    (code === "title_missing" && title !== "") || (code === "no_requirements" && requirements.length > 0);
  return {
    engine: model,
    modelFailure: null,
    notes: built.notes.filter((note) => !isSolved(note)),
    draft: {
      ...built.draft,
      title,
      department: draft.department || built.draft.department,
      salaryMin: draft.salaryMin ?? built.draft.salaryMin,
      salaryMax: draft.salaryMax ?? built.draft.salaryMax,
      requirements,
    },
  };
}
