import { useFormatter, useTranslations } from "next-intl";

type Amount = { inputTokens: number; outputTokens: number; cost: number | null; currency: string };
type Left = { tokens: number | null; cost: number | null; currency: string };

/** Tokens and money as they are said everywhere; a missing price says so instead of counting nothing. */
export function useAmountInWords() {
  const t = useTranslations("experts");
  const format = useFormatter();
  const money = (cost: number, currency: string) =>
    format.number(cost, { style: "currency", currency, maximumFractionDigits: cost < 1 ? 4 : 2 });
  return {
    sayAmount: ({ inputTokens, outputTokens, cost, currency }: Amount) =>
      t("amount", {
        input: format.number(inputTokens),
        output: format.number(outputTokens),
        cost: cost === null ? t("no_price") : money(cost, currency),
      }),
    sayLeft: ({ tokens, cost, currency }: Left) =>
      [
        tokens === null ? null : t("tokens", { tokens: format.number(tokens) }),
        cost === null ? null : money(cost, currency),
      ]
        .filter((part) => part !== null)
        .join(" · "),
  };
}
