// Apart from the schemas, so that the browser can list them without fetching zod.

/** What a model is used for. Each has its own model name and its own lines in the ledger. */
export const modelTasks = [
  ...(["draft", "summary", "fields", "experts", "interview", "review", "recommendation", "video"] as const),
] as const;

export const currencies = ["CNY", "USD", "EUR", "GBP", "HKD", "JPY", "SGD"] as const;

/** Why a model's answer is not there. Each has a sentence for the person in both languages. */
export const modelFailures = [
  "wrong_address",
  "unauthorised",
  "no_such_model",
  "rate_limited",
  "server_error",
  "rejected",
  "timeout",
  "cancelled",
  "cut_off",
  "refused",
  "not_understood",
  "invented",
  "cap_reached",
  "price_missing",
  "key_unreadable",
  "not_configured",
  "internal",
] as const;
