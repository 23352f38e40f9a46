"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";
import { Picture, screenColours } from "@/components/charts/picture";
import { ScoreBar } from "@/components/screening/score-bar";
import { VerdictMark } from "@/components/screening/verdict-mark";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import { TableLinks } from "@/components/ui/table-links";
import { radarPicture } from "@/lib/charts/radar";
import { seriesColours } from "@/lib/charts/shapes";
import { mostFinalists, recommendationDimensions } from "@/lib/recommendation/kinds";
import type { Finalists } from "@/lib/recommendation/schema";
import { sayLevel } from "@/lib/recommendation/statements";

/** Up to four candidates of a position beside each other: one picture, and the table it is drawn from. */
export function FinalistsView({ found }: { found: Finalists }) {
  const all = useTranslations();
  const t = useTranslations("recommendation");
  const f = useTranslations("finalists");
  const stages = useTranslations("stages");
  const resumes = useTranslations("resume");
  const format = useFormatter();
  const { position, finalists, others, requirements } = found;
  const nameOf = (name: string | null) => name ?? resumes("unnamed");
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : format.number(value, { maximumFractionDigits: 1 });
  const compared = (ids: string[]) => `/positions/${position.id}/finalists?applications=${ids.join(",")}`;
  const ids = finalists.map(({ applicationId }) => applicationId);
  const picture = radarPicture({
    ...{ min: 1, max: 5, width: 460, height: 320 },
    axes: recommendationDimensions.map((key) => t(`dimension_${key}`)),
    series: finalists.map(({ candidateName, recommendation }) => ({
      name: nameOf(candidateName),
      values: recommendationDimensions.map(
        (key) => recommendation?.dimensions.find((one) => one.key === key)?.score ?? null,
      ),
    })),
  });
  return (
    <>
      <PageHeader
        actions={
          finalists.length > 0 && (
            <TableLinks address={`/api/v1/positions/${position.id}/finalists/export?applications=${ids.join(",")}`} />
          )
        }
        title={
          <>
            {f("title")}{" "}
            <Link className="font-normal text-ink-soft hover:underline" href={`/positions/${position.id}/board`}>
              {position.title}
            </Link>
          </>
        }
      />
      {finalists.length === 0 ? (
        <Empty
          action={
            <Button asChild variant="primary">
              <Link href={`/positions/${position.id}/board`}>{f("to_board")}</Link>
            </Button>
          }
          text={f("empty_text")}
          title={f("empty")}
        />
      ) : (
        <div className="flex flex-col gap-6 p-5 max-sm:p-4">
          <div className="flex flex-wrap items-center gap-8">
            <Picture className="w-115 max-w-full" label={f("radar")} picture={picture} />
            <ul className="flex flex-col gap-2 text-sm">
              {finalists.map(({ applicationId, candidateName }, place) => (
                <li className="flex items-center gap-2" key={applicationId}>
                  <span
                    aria-hidden="true"
                    className="size-3 rounded-full"
                    style={{ background: screenColours[seriesColours[place] ?? "accent"] }}
                  />
                  {nameOf(candidateName)}
                </li>
              ))}
              <li className="max-w-60 text-ink-faint text-xs">{f("radar_note")}</li>
            </ul>
          </div>
          <Table
            columns={[
              { label: f("aspect"), look: "min-w-40" },
              ...finalists.map(({ candidateName, applicationId }) => ({
                label: `${nameOf(candidateName)}${finalists.some((other) => other.applicationId !== applicationId && other.candidateName === candidateName) ? ` ${applicationId.slice(0, 4)}` : ""}`,
                look: "min-w-36",
              })),
            ]}
          >
            <tr>
              <th className="text-left font-normal" scope="row">
                {t("title")}
              </th>
              {finalists.map(({ applicationId, recommendation }) => (
                <td key={applicationId}>
                  <Link className="hover:underline" href={`/recommendations/${applicationId}`}>
                    {recommendation ? sayLevel(recommendation, all) : t("unknown")}
                  </Link>
                  {recommendation?.isOutdated && <span className="ml-1 text-ink-faint text-xs">{f("outdated")}</span>}
                </td>
              ))}
            </tr>
            <tr>
              <th className="text-left font-normal" scope="row">
                {t("moved_score")}
              </th>
              {finalists.map(({ applicationId, recommendation }) => (
                <td key={applicationId}>{recommendation?.score ? <ScoreBar score={recommendation.score} /> : "–"}</td>
              ))}
            </tr>
            <tr>
              <th className="text-left font-normal" scope="row">
                {f("stage")}
              </th>
              {finalists.map(({ applicationId, stage }) => (
                <td key={applicationId}>{stages(stage as "applied")}</td>
              ))}
            </tr>
            <tr>
              <th className="text-left font-normal" scope="row">
                {f("conflicts_unknown")}
              </th>
              {finalists.map(({ applicationId, recommendation: one }) => (
                <td className="tabular" key={applicationId}>
                  {one ? `${one.conflicts} / ${one.unknown}` : "–"}
                </td>
              ))}
            </tr>
            {recommendationDimensions.map((key) => (
              <Fragment key={key}>
                <tr>
                  <th className="pt-3 text-left font-medium" scope="row">
                    {t(`dimension_${key}`)}
                  </th>
                  {finalists.map(({ applicationId, recommendation }) => (
                    <td className="tabular pt-3 font-medium" key={applicationId}>
                      {number(recommendation?.dimensions.find((one) => one.key === key)?.score)}
                    </td>
                  ))}
                </tr>
                {(
                  finalists
                    .flatMap(({ recommendation }) => recommendation?.dimensions ?? [])
                    .find((one) => one.key === key)?.subScores ?? []
                ).map((part) => (
                  <tr key={part.key}>
                    <th className="pl-4 text-left font-normal text-ink-soft" scope="row">
                      {t(`sub_${part.key}`)}
                    </th>
                    {finalists.map(({ applicationId, recommendation }) => (
                      <td className="tabular text-ink-soft" key={applicationId}>
                        {number(
                          recommendation?.dimensions
                            .find((one) => one.key === key)
                            ?.subScores.find((one) => one.key === part.key)?.value,
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
            {requirements.map(({ key, text }, place) => (
              <tr key={key}>
                <th className="whitespace-normal text-left font-normal" scope="row">
                  {text}
                </th>
                {finalists.map(({ applicationId, recommendation }) => {
                  const found = recommendation?.marks[place];
                  return (
                    <td key={applicationId}>
                      <VerdictMark mark={found?.mark ?? "unknown"} />{" "}
                      <span className="tabular text-ink-soft text-xs">{found?.value ? number(found.value) : ""}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </Table>
          {(others.length > 0 || finalists.length > 1) && (
            <nav aria-label={f("choose")} className="flex flex-wrap gap-2 text-sm print:hidden">
              {finalists.length > 1 &&
                finalists.map(({ applicationId, candidateName }) => (
                  <Link
                    className="rounded-md border border-line px-2 py-1 hover:bg-hover"
                    href={compared(ids.filter((id) => id !== applicationId))}
                    key={applicationId}
                  >
                    {f("without", { name: nameOf(candidateName) })}
                  </Link>
                ))}
              {finalists.length < mostFinalists &&
                others.slice(0, 20).map(({ applicationId, candidateName }) => (
                  <Link
                    className="rounded-md border border-line px-2 py-1 hover:bg-hover"
                    href={compared([...ids, applicationId])}
                    key={applicationId}
                  >
                    {f("with", { name: nameOf(candidateName) })}
                  </Link>
                ))}
            </nav>
          )}
        </div>
      )}
    </>
  );
}
