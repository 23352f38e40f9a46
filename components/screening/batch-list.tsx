"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { BatchActions } from "@/components/screening/batch-actions";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { ListStates } from "@/components/ui/list-states";
import { Empty } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import { TableLinks } from "@/components/ui/table-links";
import { sayKnown } from "@/lib/i18n/say-known";
import { batchesQuery, isRunning } from "@/lib/screening/queries";
import type { BatchView } from "@/lib/screening/schema";

/** The latest screenings of every position, with how far each has come. */
export function BatchList({ canScreen }: { canScreen: boolean }) {
  const t = useTranslations("screening");
  const query = useQuery(batchesQuery());
  return (
    <>
      <PageHeader actions={<TableLinks address="/api/v1/tables/screenings" />} title={t("title")} />
      <ListStates
        empty={({ length }) =>
          length === 0 && (
            <Empty
              action={
                canScreen && (
                  <Button asChild variant="primary">
                    <Link href="/resumes">{t("to_library")}</Link>
                  </Button>
                )
              }
              text={canScreen ? t("empty_text") : t("empty_text_viewer")}
              title={t("empty_title")}
            />
          )
        }
        query={query}
      >
        {(batches) => (
          <Table
            columns={[
              { label: t("column_position") },
              { label: t("column_state") },
              { label: t("column_resumes"), look: "number" },
              { label: t("column_engine"), look: "max-sm:hidden" },
              { label: t("column_started") },
              { label: t("column_actions"), isLabelHidden: true },
            ]}
            isPageWide
          >
            {batches.map((batch) => (
              <BatchRow batch={batch} canScreen={canScreen} key={batch.id} />
            ))}
          </Table>
        )}
      </ListStates>
    </>
  );
}

function BatchRow({ batch, canScreen }: { batch: BatchView; canScreen: boolean }) {
  const t = useTranslations("screening");
  const actions = useTranslations("batch");
  const states = useTranslations("work_states");
  const engines = useTranslations("engines");
  const format = useFormatter();
  const { positionId, positionTitle, version, state, isPaused, total, completed, failed, cancelled } = batch;
  const done = completed + failed + cancelled;
  return (
    <tr>
      <td>
        <Link className="font-medium hover:underline" href={`/positions/${positionId}/board`}>
          {positionTitle}
        </Link>
        <span className="tabular ml-2 text-ink-faint text-xs">v{version}</span>
      </td>
      <td>
        {isPaused ? actions("paused") : states(state)}
        {isRunning(state) && (
          <progress aria-hidden="true" className="ml-2 w-20 accent-accent" max={total} value={done} />
        )}
      </td>
      <td className="number">
        <Link className="hover:underline" href={`/screening/${batch.id}`}>
          {isRunning(state) ? `${done} / ${total}` : t("resumes", { count: total })}
        </Link>
        {failed > 0 && <span className="text-danger"> · {t("failed", { count: failed })}</span>}
      </td>
      <td className="text-ink-soft max-sm:hidden">{sayKnown(engines, batch.engine) ?? batch.engine}</td>
      <td className="tabular text-ink-faint">
        {format.dateTime(new Date(batch.createdAt), {
          month: "2-digit",
          day: "2-digit",
          hour: "2-digit",
          minute: "2-digit",
        })}
      </td>
      <td>{canScreen && <BatchActions batch={batch} />}</td>
    </tr>
  );
}
