"use client";

import { useFormatter, useTranslations } from "next-intl";
import { PageLinks } from "@/components/figures/page-links";
import { PageHeader } from "@/components/shell/page-header";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import type { ModelCalls, ModelCallsQuery } from "@/lib/ai/schema";

/** The calls behind a line of what models cost: when, how long, how much; never what was said. */
export function CallList({ asked, total, rows }: ModelCalls & { asked: ModelCallsQuery }) {
  const t = useTranslations("figures");
  const model = useTranslations("model");
  const failures = useTranslations("model_failures");
  const format = useFormatter();
  const { month, task, page } = asked;
  const name = model.has(`task_${task}` as "task_draft") ? model(`task_${task}` as "task_draft") : task;
  const query = new URLSearchParams({ month, task, model: asked.model });
  return (
    <>
      <PageHeader
        note={t("rows", { count: total })}
        title={
          <Link className="hover:underline" href="/figures">
            {t("calls_title")}
          </Link>
        }
      />
      <p className="px-5 pt-4 text-ink-soft text-sm max-sm:px-4">
        {name} · {asked.model} · {t("calls_note", { month })}
      </p>
      {rows.length === 0 ? (
        <Empty text={t("no_calls_text")} title={t("no_calls")} />
      ) : (
        <>
          <Table
            columns={[
              { label: t("call_at") },
              { label: t("call_state") },
              { label: t("call_input"), look: "number" },
              { label: t("call_output"), look: "number" },
              { label: t("cost"), look: "number" },
              { label: t("call_seconds"), look: "number" },
            ]}
            isPageWide
            label={t("calls_title")}
          >
            {rows.map((call) => (
              <tr key={call.id}>
                <td className="tabular whitespace-nowrap">
                  {format.dateTime(new Date(call.at), { dateStyle: "medium", timeStyle: "medium" })}
                </td>
                <td>
                  {call.failure === null ? t("call_answered") : `${t("call_failed")}: ${failures(call.failure)}`}
                  {call.isEstimated && <span className="text-ink-faint"> · {t("call_estimated")}</span>}
                </td>
                <td className="number">{format.number(call.inputTokens)}</td>
                <td className="number">{format.number(call.outputTokens)}</td>
                <td className="number">
                  {call.cost === null
                    ? t("no_price")
                    : format.number(call.cost, {
                        ...{ style: "currency", currency: call.currency, maximumFractionDigits: 4 },
                      })}
                </td>
                <td className="number">{format.number(call.durationMs / 1000, { maximumFractionDigits: 1 })}</td>
              </tr>
            ))}
          </Table>
          <PageLinks address={`/figures/calls?${query}`} page={page} perPage={100} total={total} />
        </>
      )}
    </>
  );
}
