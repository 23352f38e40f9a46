// Apart from the schemas, so that the browser can list them without fetching zod.

/** What a model is used for. Each has its own model name and its own lines in the ledger. */
export const modelTasks = ["draft", "summary", "fields", "experts"] as const;

export const currencies = ["CNY", "USD", "EUR", "GBP", "HKD", "JPY", "SGD"] as const;
