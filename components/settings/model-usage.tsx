import { useFormatter, useTranslations } from "next-intl";
import type { ModelUsageLine } from "@/lib/ai/schema";

/** The month's ledger. Where a price was missing the cost says so instead of counting nothing. */
export function ModelUsage({ month, usage }: { month: string; usage: ModelUsageLine[] }) {
  const t = useTranslations("model");
  const format = useFormatter();
  const costOf = ({ cost, currency, unpricedCalls }: ModelUsageLine) => {
    if (cost === null) return t("cost_unknown");
    const amount = format.number(cost, { style: "currency", currency, maximumFractionDigits: 4 });
    return unpricedCalls > 0 ? t("cost_at_least", { amount, count: unpricedCalls }) : amount;
  };
  const taskName = (task: string) =>
    task === "draft" || task === "summary" || task === "test" ? t(`task_${task}`) : task;
  return (
    <div className="mt-6">
      <h3 className="mb-1 font-medium text-sm">{t("usage", { month })}</h3>
      {usage.length === 0 ? (
        <p className="text-ink-soft text-sm">{t("usage_none")}</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a section would be one more landmark.
        <div aria-label={t("usage", { month })} className="overflow-x-auto" role="group" tabIndex={0}>
          <table className="w-full text-sm">
            <thead>
              <tr className="border-line border-b text-left text-ink-faint text-xs [&_th]:h-8 [&_th]:pr-3 [&_th]:font-normal">
                <th scope="col">{t("column_task")}</th>
                <th scope="col">{t("model_name")}</th>
                <th className="text-right" scope="col">
                  {t("column_calls")}
                </th>
                <th className="text-right" scope="col">
                  {t("column_tokens")}
                </th>
                <th className="text-right" scope="col">
                  {t("column_cost")}
                </th>
              </tr>
            </thead>
            <tbody>
              {usage.map((line) => (
                <tr
                  className="border-line border-b [&_td]:h-9 [&_td]:pr-3"
                  key={`${line.task} ${line.model} ${line.currency}`}
                >
                  <td>{taskName(line.task)}</td>
                  <td className="break-all">{line.model}</td>
                  <td className="tabular text-right">
                    {format.number(line.calls)}
                    {line.failedCalls > 0 && (
                      <span className="text-ink-faint"> · {t("failed_calls", { count: line.failedCalls })}</span>
                    )}
                  </td>
                  <td className="tabular text-right">
                    {format.number(line.inputTokens)} / {format.number(line.outputTokens)}
                    {line.estimatedCalls > 0 && <span className="text-ink-faint"> · {t("estimated")}</span>}
                  </td>
                  <td className="tabular text-right">{costOf(line)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
