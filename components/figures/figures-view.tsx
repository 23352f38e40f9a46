"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Picture } from "@/components/charts/picture";
import { figureAddress } from "@/components/figures/figure-address";
import { PageHeader } from "@/components/shell/page-header";
import { Select } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import { TableLinks } from "@/components/ui/table-links";
import { barsPicture } from "@/lib/charts/bars";
import { type FigureKey, figureMonths } from "@/lib/figures/kinds";
import type { Figures, FiguresQuery } from "@/lib/figures/schema";

type FiguresViewProps = { figures: Figures; asked: FiguresQuery; positions: { id: string; title: string }[] };

/** How recruiting goes, in numbers that each open their list. */
export function FiguresView({ figures, asked, positions }: FiguresViewProps) {
  const t = useTranslations("figures");
  const stages = useTranslations("stages");
  const advice = useTranslations("advice");
  const report = useTranslations("report");
  const sources = useTranslations("sources");
  const model = useTranslations("model");
  const format = useFormatter();
  const router = useRouter();
  const { funnel, time, agreement, load, spend } = figures;
  const address = (change: Partial<FiguresQuery>) => {
    const { positionId, months } = { ...asked, ...change };
    return `?${new URLSearchParams({ months: String(months), ...(positionId && { positionId }) })}`;
  };
  const behind = (value: number, figure: FigureKey, of: string, part?: string) =>
    value === 0 ? (
      <span className="text-ink-faint">–</span>
    ) : (
      <Link className="hover:underline" href={figureAddress(asked, { figure, of, part })}>
        {format.number(value)}
      </Link>
    );
  const largest = Math.max(1, ...funnel.map(({ reached }) => reached));
  const judged = agreement.agreed + agreement.differed;
  return (
    <>
      <PageHeader
        actions={
          <>
            <Select
              aria-label={t("position")}
              className="w-52"
              onChange={({ target }) => router.push(address({ positionId: target.value || undefined }))}
              value={asked.positionId ?? ""}
            >
              <option value="">{t("all_positions")}</option>
              {positions.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
            <Select
              aria-label={t("months")}
              className="w-40"
              onChange={({ target }) => router.push(address({ months: Number(target.value) }))}
              value={String(asked.months)}
            >
              {figureMonths.map((months) => (
                <option key={months} value={months}>
                  {t("last_months", { months })}
                </option>
              ))}
            </Select>
            <TableLinks address={`/api/v1/figures/export${address({})}`} />
          </>
        }
        title={t("title")}
      />
      <div className="flex max-w-260 flex-col gap-8 p-5 max-sm:p-4">
        <Part note={t("funnel_note")} title={t("funnel")}>
          <Picture
            className="max-w-120"
            label={t("funnel")}
            picture={barsPicture({
              max: largest,
              bars: funnel.slice(0, 5).map(({ stage, reached }) => ({ label: stages(stage), value: reached })),
            })}
          />
          <Table
            columns={[
              { label: report("stage") },
              { label: t("reached"), look: "number" },
              { label: t("now"), look: "number" },
            ]}
          >
            {funnel.map(({ stage, reached, now }) => (
              <tr key={stage}>
                <td>{stages(stage)}</td>
                <td className="number">{behind(reached, "funnel", stage)}</td>
                <td className="number">{behind(now, "funnel", stage, "now")}</td>
              </tr>
            ))}
          </Table>
        </Part>
        <Part note={t("time_note")} title={t("time")}>
          <Table
            columns={[
              { label: report("stage") },
              { label: t("stays"), look: "number" },
              { label: t("median"), look: "number" },
              { label: t("slow"), look: "number" },
            ]}
          >
            {time.map(({ stage, count, medianDays, slowDays }) => (
              <tr key={stage}>
                <td>{stages(stage)}</td>
                <td className="number">{behind(count, "time", stage)}</td>
                <td className="number">{format.number(medianDays)}</td>
                <td className="number">{format.number(slowDays)}</td>
              </tr>
            ))}
          </Table>
        </Part>
        <Part title={t("sources")}>
          <Table
            columns={[
              { label: t("source") },
              { label: t("candidates"), look: "number" },
              { label: t("interviewed"), look: "number" },
              { label: t("hired"), look: "number" },
            ]}
          >
            {figures.sources.map(({ source, candidates, interviewed, hired }) => (
              <tr key={source}>
                <td>{sources.has(source as "upload") ? sources(source as "upload") : source}</td>
                <td className="number">{behind(candidates, "sources", source)}</td>
                <td className="number">{behind(interviewed, "sources", source, "interviewed")}</td>
                <td className="number">{behind(hired, "sources", source, "hired")}</td>
              </tr>
            ))}
          </Table>
        </Part>
        <Part note={t("agreement_note")} title={t("agreement")}>
          {judged > 0 && (
            <p className="text-sm">
              {t("agreed", { judged, percent: Math.round((agreement.agreed / judged) * 100) })}{" "}
              <Link className="hover:underline" href={figureAddress(asked, { figure: "agreement", of: "differed" })}>
                {t("differed", { count: agreement.differed })}
              </Link>
            </p>
          )}
          <Table
            columns={[
              { label: report("advice") },
              { label: t("onward"), look: "number" },
              { label: t("held"), look: "number" },
              { label: t("rejected"), look: "number" },
            ]}
          >
            {agreement.rows.map((row) => (
              <tr key={row.advice}>
                <td>{advice(row.advice as "interview")}</td>
                <td className="number">{behind(row.onward, "agreement", row.advice, "onward")}</td>
                <td className="number">{behind(row.held, "agreement", row.advice, "held")}</td>
                <td className="number">{behind(row.rejected, "agreement", row.advice, "rejected")}</td>
              </tr>
            ))}
          </Table>
          {agreement.months.length > 0 && (
            <Table
              columns={[
                { label: t("month") },
                { label: t("agreed_count"), look: "number" },
                { label: t("differed_count"), look: "number" },
              ]}
            >
              {agreement.months.map(({ month, agreed, differed }) => (
                <tr key={month}>
                  <td className="tabular">{month}</td>
                  <td className="number">{behind(agreed, "agreement", "agreed", month)}</td>
                  <td className="number">{behind(differed, "agreement", "differed", month)}</td>
                </tr>
              ))}
            </Table>
          )}
        </Part>
        <Part note={t("load_note")} title={t("load")}>
          {load.length === 0 ? (
            <p className="text-ink-soft text-sm">{t("no_interviews")}</p>
          ) : (
            <Table
              columns={[
                { label: t("interviewer") },
                { label: t("planned"), look: "number" },
                { label: t("held_interviews"), look: "number" },
                { label: t("hours"), look: "number" },
                { label: t("owed"), look: "number" },
              ]}
            >
              {load.map(({ userId, name, planned, held, minutes, owed }) => (
                <tr key={userId}>
                  <td>{name}</td>
                  <td className="number">{behind(planned, "load", userId, "planned")}</td>
                  <td className="number">{behind(held, "load", userId)}</td>
                  <td className="number">{format.number(minutes / 60, { maximumFractionDigits: 1 })}</td>
                  <td className="number">{behind(owed, "load", userId, "owed")}</td>
                </tr>
              ))}
            </Table>
          )}
        </Part>
        {spend && (
          <Part title={t("spend")}>
            {spend.length === 0 ? (
              <p className="text-ink-soft text-sm">{t("no_spend")}</p>
            ) : (
              <Table
                columns={[
                  { label: t("month") },
                  { label: t("task") },
                  { label: t("model") },
                  { label: t("calls"), look: "number" },
                  { label: t("tokens"), look: "number" },
                  { label: t("cost"), look: "number" },
                ]}
              >
                {spend.map((line) => (
                  <tr key={`${line.month} ${line.task} ${line.model} ${line.currency}`}>
                    <td className="tabular">
                      <Link className="hover:underline" href="/settings#model">
                        {line.month}
                      </Link>
                    </td>
                    <td>
                      {model.has(`task_${line.task}` as "task_draft")
                        ? model(`task_${line.task}` as "task_draft")
                        : line.task}
                    </td>
                    <td>{line.model}</td>
                    <td className="number">{format.number(line.calls)}</td>
                    <td className="number">{format.number(line.tokens)}</td>
                    <td className="number">
                      {line.cost === null
                        ? t("no_price")
                        : format.number(line.cost, { style: "currency", currency: line.currency })}
                    </td>
                  </tr>
                ))}
              </Table>
            )}
          </Part>
        )}
      </div>
    </>
  );
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h2 className="font-semibold text-lg">{title}</h2>
      {note && <p className="text-ink-faint text-xs">{note}</p>}
      {children}
    </section>
  );
}
