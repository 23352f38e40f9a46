"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { ListStates } from "@/components/ui/list-states";
import { Empty } from "@/components/ui/notices";
import { positionsQuery } from "@/lib/position/queries";

export function PositionList({ canWrite }: { canWrite: boolean }) {
  const t = useTranslations("positions");
  const format = useFormatter();
  const query = useQuery(positionsQuery());
  const create = canWrite && (
    <Button asChild variant="primary">
      <Link href="/positions/new">
        <Plus aria-hidden="true" />
        {t("create")}
      </Link>
    </Button>
  );

  return (
    <>
      <PageHeader actions={create} note={query.data && t("count", { count: query.data.length })} title={t("title")} />
      <ListStates
        empty={({ length }) =>
          length === 0 && (
            <Empty
              action={create}
              text={canWrite ? t("empty_text") : t("empty_text_viewer")}
              title={t("empty_title")}
            />
          )
        }
        query={query}
      >
        {(positions) => (
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
                      <Link className="text-accent hover:underline" href={`/positions/${position.id}/board`}>
                        {t("board")}
                      </Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </ListStates>
    </>
  );
}
