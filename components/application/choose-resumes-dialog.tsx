"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAssign } from "@/components/application/use-assign";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { ListStates } from "@/components/ui/list-states";
import { Problem } from "@/components/ui/notices";
import { useSettled } from "@/components/ui/use-settled";
import { resumesQuery } from "@/lib/resume/queries";

type ChooseResumesProps = { positionId: string; assignedIds: ReadonlySet<string>; onClose: () => void };

/** Searches the library for resumes to put on a position. */
export default function ChooseResumesDialog({ positionId, assignedIds, onClose }: ChooseResumesProps) {
  const t = useTranslations("assign");
  const library = useTranslations("library");
  const common = useTranslations("common");
  const [q, setQ] = useState("");
  const query = useInfiniteQuery(resumesQuery(`${new URLSearchParams({ q: useSettled(q), state: "ready" })}`));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const assign = useAssign({ onDone: onClose });
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} title={t("choose_resumes")}>
      <div className="sticky top-0 border-line border-b bg-surface p-3">
        <Input
          aria-label={library("search")}
          maxLength={200}
          onChange={(event) => setQ(event.target.value)}
          placeholder={library("search")}
          type="search"
          value={q}
        />
        {assign.error && <Problem>{assign.error.message}</Problem>}
      </div>
      <ListStates
        empty={({ pages }) =>
          pages[0]?.total === 0 && <p className="p-4 text-ink-soft text-sm">{library("nothing_found")}</p>
        }
        query={query}
      >
        {({ pages }) => (
          <ul className="p-2">
            {pages
              .flatMap(({ resumes }) => resumes)
              .map(({ id, candidateName, fileName, currentTitle }) => (
                <li key={id}>
                  <label className="flex min-h-9 items-center gap-2 rounded-md px-2 text-sm hover:bg-hover">
                    <input
                      checked={chosen.has(id) || assignedIds.has(id)}
                      className="accent-accent"
                      disabled={assignedIds.has(id)}
                      onChange={() => toggle(id)}
                      type="checkbox"
                    />
                    <span className="font-medium">{candidateName ?? fileName}</span>
                    <span className="truncate text-ink-faint">{currentTitle}</span>
                    {assignedIds.has(id) && <span className="ml-auto text-ink-faint text-xs">{t("is_assigned")}</span>}
                  </label>
                </li>
              ))}
            {query.hasNextPage && (
              <li className="p-2">
                <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} size="sm">
                  {t("more")}
                </Button>
              </li>
            )}
          </ul>
        )}
      </ListStates>
      <div className="sticky bottom-0 flex justify-end rounded-b-lg border-line border-t bg-surface p-3">
        <Button
          disabled={chosen.size === 0 || assign.isPending}
          onClick={() => assign.mutate({ positionId, resumeIds: [...chosen] })}
          variant="primary"
        >
          {t("assign", { count: chosen.size })}
        </Button>
      </div>
    </Dialog>
  );
}
