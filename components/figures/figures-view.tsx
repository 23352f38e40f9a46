"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Picture } from "@/components/charts/picture";
import { figureAddress } from "@/components/figures/figure-address";
import { PageHeader } from "@/components/shell/page-header";
import { Select } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
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
  const levels = useTranslations("recommendation");
  const format = useFormatter();
  const router = useRouter();
  const { funnel, time, agreement, recommendation, load, spend } = figures;
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
          <Agreement asked={asked} figure="agreement" of={agreement} />
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
        </Part>
        <Part note={t("recommendation_note")} title={t("recommendation")}>
          <Agreement asked={asked} figure="recommendation" of={recommendation} />
          <Table
            columns={[
              { label: t("level") },
              { label: t("agreed_count"), look: "number" },
              { label: t("differed_count"), look: "number" },
            ]}
          >
            {recommendation.rows.map(({ level, agreed, differed }) => (
              <tr key={level}>
                <td>{levels(`level_${level}`)}</td>
                <td className="number">{behind(agreed, "recommendation", "agreed", level)}</td>
                <td className="number">{behind(differed, "recommendation", "differed", level)}</td>
              </tr>
            ))}
          </Table>
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
                      <Link className="hover:underline" href={callsAddress(line)}>
                        {line.month}
                      </Link>
                    </td>
                    <td>
                      {model.has(`task_${line.task}` as "task_draft")
                        ? model(`task_${line.task}` as "task_draft")
                        : line.task}
                    </td>
                    <td>{line.model}</td>
                    <td className="number">
                      <Link className="hover:underline" href={callsAddress(line)}>
                        {format.number(line.calls)}
                      </Link>
                    </td>
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

type AgreementProps = {
  asked: FiguresQuery;
  figure: "agreement" | "recommendation";
  of: Pick<Figures["recommendation"], "agreed" | "differed" | "months">;
};

/** How often people chose what was advised: in words, and by month as a picture with its numbers below. */
function Agreement({ asked, figure, of: { agreed, differed, months } }: AgreementProps) {
  const t = useTranslations("figures");
  const format = useFormatter();
  const judged = agreed + differed;
  if (judged === 0) return null;
  const behind = (value: number, of: string, part?: string) =>
    value === 0 ? (
      <span className="text-ink-faint">–</span>
    ) : (
      <Link className="hover:underline" href={figureAddress(asked, { figure, of, part })}>
        {format.number(value)}
      </Link>
    );
  return (
    <>
      <p className="text-sm">
        {t(`${figure}_agreed`, { judged, percent: Math.round((agreed / judged) * 100) })}{" "}
        <Link className="hover:underline" href={figureAddress(asked, { figure, of: "differed" })}>
          {t("differed", { count: differed })}
        </Link>
      </p>
      {months.length > 1 && (
        <Picture
          className="max-w-120"
          label={t(`${figure}_by_month`)}
          picture={barsPicture({
            max: 1,
            bars: months.map(({ month, ...of }) => ({
              label: month,
              value: of.agreed / (of.agreed + of.differed),
              text: t("agreed_of", { agreed: of.agreed, judged: of.agreed + of.differed }),
            })),
          })}
        />
      )}
      <Table
        columns={[
          { label: t("month") },
          { label: t("agreed_count"), look: "number" },
          { label: t("differed_count"), look: "number" },
        ]}
      >
        {months.map(({ month, ...of }) => (
          <tr key={month}>
            <td className="tabular">{month}</td>
            <td className="number">{behind(of.agreed, "agreed", month)}</td>
            <td className="number">{behind(of.differed, "differed", month)}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function callsAddress({ month, task, model }: { month: string; task: string; model: string }): string {
  return `/figures/calls?${new URLSearchParams({ month, task, model })}`;
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
