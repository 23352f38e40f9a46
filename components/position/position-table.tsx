"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useArchive } from "@/components/position/use-archive";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Problem } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import type { PositionListItem } from "@/lib/position/schema";

type PositionTableProps = { positions: PositionListItem[]; canRestore: boolean };

export function PositionTable({ positions, canRestore }: PositionTableProps) {
  const t = useTranslations("positions");
  const format = useFormatter();
  const restore = useArchive();
  return (
    <>
      {restore.error && <Problem>{restore.error.message}</Problem>}
      <Table
        columns={[
          { label: t("column_title") },
          { label: t("column_department") },
          { label: t("column_requirements"), look: "number max-sm:hidden" },
          { label: t("column_candidates"), look: "number" },
          { label: t("column_updated"), look: "max-sm:hidden" },
          { label: t("column_open"), isLabelHidden: true },
        ]}
        isPageWide
      >
        {positions.map((position) => (
          <tr key={position.id}>
            <td>
              <Link className="font-medium hover:underline" href={`/positions/${position.id}`}>
                {position.title}
              </Link>
              <span className="tabular ml-2 text-ink-faint text-xs">v{position.version}</span>
            </td>
            <td className="text-ink-soft">{position.department}</td>
            <td className="number max-sm:hidden">{position.requirementCount}</td>
            <td className="number">
              {t("screened_of", { screened: position.screenedCount, total: position.applicationCount })}
            </td>
            <td className="tabular text-ink-faint max-sm:hidden">
              {format.dateTime(new Date(position.updatedAt), {
                year: "numeric",
                month: "2-digit",
                day: "2-digit",
              })}
            </td>
            <td className="text-right">
              {canRestore && (
                <Button
                  className="mr-3"
                  disabled={restore.isPending}
                  onClick={() => restore.mutate({ positionId: position.id, isArchived: false })}
                  size="sm"
                >
                  {t("restore")}
                </Button>
              )}
              <Link className="text-accent hover:underline" href={`/positions/${position.id}/board`}>
                {t("board")}
              </Link>
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}
