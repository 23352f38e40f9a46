import "server-only";
import { askModel } from "@/lib/ai/ask-model";
import { checkDraft } from "@/lib/ai/draft-position/check-draft";
import { draftPrompt } from "@/lib/ai/draft-position/prompt";
import { draftAnswer, type PositionDraft } from "@/lib/ai/draft-position/schema";
import { ModelError } from "@/lib/ai/model-error";
import type { ModelFailure } from "@/lib/ai/schema";
import { findModel } from "@/lib/ai/settings/find-model";
import type { Locale } from "@/lib/i18n/locale";
import { cleanText } from "@/lib/resume/parsing/text/clean-text";

type DraftPosition = { description: string; locale: Locale; organisationId: string; signal?: AbortSignal };
type Drafted =
  | { draft: PositionDraft; model: string; failureReason: null }
  | { draft: null; model: string | null; failureReason: ModelFailure };

/**
 * Reads a pasted job description with the model set up for drafts. Without a draft the caller uses the built-in one
 * and shows the reason, which is `not_configured` when there is no model.
 */
export async function draftPositionWithModel({
  locale,
  organisationId,
  signal,
  ...pasted
}: DraftPosition): Promise<Drafted> {
  const description = cleanText(pasted.description);
  let name: string | null = null;
  try {
    const model = await findModel({ organisationId, task: "draft" });
    if (!model) return { draft: null, model: null, failureReason: "not_configured" };
    name = model.name;
    const draft = await askModel({
      model,
      ...draftPrompt({ description, locale }),
      shape: draftAnswer,
      check: (answer, isLast) => checkDraft(description, answer, isLast),
      signal,
    });
    return { draft, model: name, failureReason: null };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { draft: null, model: name, failureReason: error.reason };
  }
}
