"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useArchive } from "@/components/position/use-archive";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/notices";
import type { PositionListItem } from "@/lib/position/schema";

type PositionTableProps = { positions: PositionListItem[]; canRestore: boolean };

export function PositionTable({ positions, canRestore }: PositionTableProps) {
  const t = useTranslations("positions");
  const format = useFormatter();
  const restore = useArchive();
  return (
    <>
      {restore.error && <Problem>{restore.error.message}</Problem>}
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <thead>
            <tr className="border-line border-b text-left text-ink-faint text-xs [&_th]:h-8 [&_th]:px-3 [&_th]:font-normal max-sm:[&_th]:px-2">
              <th className="pl-5!" scope="col">
                {t("column_title")}
              </th>
              <th scope="col">{t("column_department")}</th>
              <th className="text-right max-sm:hidden" scope="col">
                {t("column_requirements")}
              </th>
              <th className="text-right" scope="col">
                {t("column_candidates")}
              </th>
              <th className="max-sm:hidden" scope="col">
                {t("column_updated")}
              </th>
              <th className="pr-5!" scope="col">
                <span className="sr-only">{t("column_open")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {positions.map((position) => (
              <tr
                className="border-line border-b hover:bg-hover [&_td]:h-10 [&_td]:px-3 max-sm:[&_td]:px-2"
                key={position.id}
              >
                <td className="pl-5!">
                  <Link className="font-medium hover:underline" href={`/positions/${position.id}`}>
                    {position.title}
                  </Link>
                  <span className="tabular ml-2 text-ink-faint text-xs">v{position.version}</span>
                </td>
                <td className="text-ink-soft">{position.department}</td>
                <td className="tabular text-right max-sm:hidden">{position.requirementCount}</td>
                <td className="tabular text-right">
                  {t("screened_of", { screened: position.screenedCount, total: position.applicationCount })}
                </td>
                <td className="tabular text-ink-faint max-sm:hidden">
                  {format.dateTime(new Date(position.updatedAt), {
                    year: "numeric",
                    month: "2-digit",
                    day: "2-digit",
                  })}
                </td>
                <td className="pr-5! text-right">
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
          </tbody>
        </table>
      </div>
    </>
  );
}
