import { currencies } from "@/lib/ai/kinds";
import type { ModelSettingsView, SaveModelSettingsInput } from "@/lib/ai/schema";

/** What the form says; fields that the environment decides are disabled, and keep what was stored. */
export function readModelForm(form: HTMLFormElement, settings: ModelSettingsView): SaveModelSettingsInput {
  const data = new FormData(form);
  const read = (name: string, stored: string) => String(data.get(name) ?? stored).trim();
  const number = (name: string) => (read(name, "") === "" ? null : Number(read(name, "")));
  const { baseUrl, modelNames } = settings;
  const apiKey = read("apiKey", "");
  const column = (name: string) => data.getAll(name).map((value) => String(value).trim());
  const [inputs, outputs] = [column("priceInput"), column("priceOutput")];
  return {
    baseUrl: read("baseUrl", baseUrl),
    apiKey: data.has("removeApiKey") ? "" : apiKey || null,
    modelNames: {
      default: read("model_default", modelNames.default),
      draft: read("model_draft", modelNames.draft),
      summary: read("model_summary", modelNames.summary),
      fields: read("model_fields", modelNames.fields),
      experts: read("model_experts", modelNames.experts),
      interview: read("model_interview", modelNames.interview),
      review: read("model_review", modelNames.review),
      recommendation: read("model_recommendation", modelNames.recommendation),
      video: read("model_video", modelNames.video),
    },
    fillsFields: data.has("fillsFields"),
    asksExperts: data.has("asksExperts"),
    prices: column("priceModel").map((model, row) => ({
      model,
      input: Number(inputs[row]),
      output: Number(outputs[row]),
    })),
    currency: currencies.find((currency) => currency === data.get("currency")) ?? settings.currency,
    monthlyTokenCap: number("monthlyTokenCap"),
    monthlyCostCap: number("monthlyCostCap"),
  };
}
