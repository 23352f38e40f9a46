import { useFormatter, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { modelTasks } from "@/lib/ai/kinds";
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
  const taskName = (task: string) => {
    const known = ([...modelTasks, "test"] as const).find((one) => one === task);
    return known ? t(`task_${known}`) : task;
  };
  return (
    <div className="mt-6">
      <h3 className="mb-1 font-medium text-sm">{t("usage", { month })}</h3>
      {usage.length === 0 ? (
        <p className="text-ink-soft text-sm">{t("usage_none")}</p>
      ) : (
        <Table
          columns={[
            { label: t("column_task") },
            { label: t("model_name") },
            { label: t("column_calls"), look: "number" },
            { label: t("column_tokens"), look: "number" },
            { label: t("column_cost"), look: "number" },
          ]}
          label={t("usage", { month })}
        >
          {usage.map((line) => (
            <tr key={`${line.task} ${line.model} ${line.currency}`}>
              <td>{taskName(line.task)}</td>
              <td className="break-all">{line.model}</td>
              <td className="number">
                {format.number(line.calls)}
                {line.failedCalls > 0 && (
                  <span className="text-ink-faint"> · {t("failed_calls", { count: line.failedCalls })}</span>
                )}
              </td>
              <td className="number">
                {format.number(line.inputTokens)} / {format.number(line.outputTokens)}
                {line.estimatedCalls > 0 && <span className="text-ink-faint"> · {t("estimated")}</span>}
              </td>
              <td className="number">{costOf(line)}</td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}
