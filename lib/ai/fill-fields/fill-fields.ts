import "server-only";
import { askModel } from "@/lib/ai/ask-model";
import { checkFacts, type Fact } from "@/lib/ai/fill-fields/check-facts";
import { fieldsPrompt } from "@/lib/ai/fill-fields/prompt";
import { fieldsAnswer } from "@/lib/ai/fill-fields/schema";
import type { ModelConfig } from "@/lib/ai/models";
import type { UncertainField } from "@/lib/resume/filling/uncertain-fields";

type FillFields = { model: ModelConfig; text: string; fields: readonly UncertainField[] };

/**
 * What a model finds in a text for the fields that the rules are not sure of, each with the place that says so.
 *
 * @throws ModelError
 */
export function fillFieldsWithModel({ model, text, fields }: FillFields): Promise<Fact[]> {
  return askModel({
    model,
    ...fieldsPrompt({ text, fields }),
    shape: fieldsAnswer,
    check: (answer, isLast) => checkFacts({ text, fields }, answer, isLast),
  });
}
