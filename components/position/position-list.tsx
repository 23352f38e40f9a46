"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { NewPositionButton } from "@/components/position/new-position-button";
import { PositionTable } from "@/components/position/position-table";
import { PageHeader } from "@/components/shell/page-header";
import { changeAddress } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ListStates } from "@/components/ui/list-states";
import { Empty } from "@/components/ui/notices";
import { TableLinks } from "@/components/ui/table-links";
import { positionStates } from "@/lib/position/kinds";
import { positionsQuery } from "@/lib/position/queries";

export function PositionList({ canWrite }: { canWrite: boolean }) {
  const t = useTranslations("positions");
  const state = useSearchParams().get("state") === "archived" ? "archived" : "open";
  const query = useQuery(positionsQuery(state));
  const create = canWrite && <NewPositionButton />;
  const isArchive = state === "archived";

  return (
    <>
      <PageHeader
        actions={
          <>
            <TableLinks address="/api/v1/tables/positions" />
            {create}
          </>
        }
        note={query.data && t("count", { count: query.data.length })}
        title={t("title")}
      />
      <fieldset className="flex gap-1 border-line border-b px-5 py-2 max-sm:px-4">
        <legend className="sr-only">{t("filter")}</legend>
        {positionStates.map((option) => (
          <button
            aria-pressed={state === option}
            className={cn(
              "h-7 rounded-md px-2 text-ink-soft text-sm hover:bg-hover",
              state === option && "bg-accent-soft font-medium text-accent",
            )}
            key={option}
            onClick={() => changeAddress({ state: option === "open" ? null : option })}
            type="button"
          >
            {t(`state_${option}`)}
          </button>
        ))}
      </fieldset>
      <ListStates
        empty={({ length }) => {
          if (length > 0) return null;
          if (isArchive) {
            const toOpen = <Button onClick={() => changeAddress({ state: null })}>{t("show_open")}</Button>;
            return <Empty action={toOpen} title={t("none_archived")} />;
          }
          const text = canWrite ? t("empty_text") : t("empty_text_viewer");
          return <Empty action={create} text={text} title={t("empty_title")} />;
        }}
        query={query}
      >
        {(positions) => <PositionTable canRestore={canWrite && isArchive} positions={positions} />}
      </ListStates>
    </>
  );
}
