"use client";

import { useFormatter, useTranslations } from "next-intl";
import { PageLinks } from "@/components/figures/page-links";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import type { FigureListQuery, FigureList as Listed } from "@/lib/figures/schema";

/** The candidates or interviews behind one number. */
export function FigureList({ asked: { page, ...asked }, total, rows }: Listed & { asked: FigureListQuery }) {
  const t = useTranslations("figures");
  const report = useTranslations("report");
  const dashboard = useTranslations("dashboard");
  const stages = useTranslations("stages");
  const resumes = useTranslations("resume");
  const format = useFormatter();
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
  const hasDays = rows.some(({ days }) => days !== null);
  return (
    <>
      <PageHeader
        actions={(["csv", "xlsx"] as const).map((kind) => (
          <Button asChild key={kind}>
            <a download href={`/api/v1/figures/export?${query}&format=${kind}`}>
              {report(`format_${kind}`)}
            </a>
          </Button>
        ))}
        note={t("rows", { count: total })}
        title={
          <Link className="hover:underline" href="/figures">
            {t(asked.figure)}
          </Link>
        }
      />
      {rows.length === 0 ? (
        <Empty text={t("no_rows_text")} title={t("no_rows")} />
      ) : (
        <>
          <Table
            columns={[
              { label: report("candidate") },
              { label: dashboard("position") },
              { label: report("stage") },
              { label: t("at") },
              ...(hasDays ? [{ label: t("days"), look: "number" }] : []),
            ]}
            isPageWide
          >
            {rows.map((row) => (
              <tr key={row.key}>
                <td>
                  <Link
                    className="font-medium hover:underline"
                    href={row.interviewId ? `/interviews/${row.interviewId}` : `/recommendations/${row.applicationId}`}
                  >
                    {row.candidateName ?? resumes("unnamed")}
                  </Link>
                </td>
                <td>
                  <Link className="hover:underline" href={`/positions/${row.positionId}/board`}>
                    {row.positionTitle}
                  </Link>
                </td>
                <td>{stages(row.stage)}</td>
                <td className="tabular">{format.dateTime(new Date(row.at), { dateStyle: "medium" })}</td>
                {hasDays && <td className="number">{row.days === null ? "–" : format.number(row.days)}</td>}
              </tr>
            ))}
          </Table>
          <PageLinks address={`/figures/list?${query}`} page={page} perPage={100} total={total} />
        </>
      )}
    </>
  );
}
