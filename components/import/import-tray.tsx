"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ImportLine, PendingLine } from "@/components/import/import-line";
import { useImport } from "@/components/import/import-provider";
import { importQuery, isOpen as isLineOpen, resumesKey } from "@/lib/resume/queries";

/** When the server stops adding files of its own, the tray stops waiting for them. */
const longestPauseMs = 60_000;

/** The running or last import at the bottom right: a line for each file, and what became of it. */
export function ImportTray() {
  const { batchId, isRestored, pending, arrived, expected, dismiss } = useImport();
  const t = useTranslations("import");
  const queryClient = useQueryClient();
  const path = usePathname();
  const [isExpanded, setExpanded] = useState(false);
  const { data: listed = [] } = useQuery({ ...importQuery(batchId ?? ""), enabled: batchId !== null });
  const items = [...listed, ...arrived.filter(({ id }) => !listed.some((item) => item.id === id))];
  const coming = useComing(expected, items.length);
  const isListBehind = items.length > listed.length || coming > 0;

  const lost = pending.filter(({ failure }) => failure !== null).length;
  const open = items.filter(isLineOpen).length + pending.length - lost + coming;
  const total = items.length + pending.length + coming;
  const finished = total - open;
  useEffect(() => {
    if (!batchId || !isListBehind) return;
    const timer = setInterval(
      () => void queryClient.invalidateQueries({ queryKey: importQuery(batchId).queryKey }),
      1000,
    );
    return () => clearInterval(timer);
  }, [batchId, isListBehind, queryClient]);
  useEffect(() => {
    if (finished > 0) void queryClient.invalidateQueries({ queryKey: resumesKey });
  }, [finished, queryClient]);

  // A finished import makes room when its reader goes on to another page.
  const isFinished = total > 0 && open === 0;
  const finishedOn = useRef<string | null>(null);
  useEffect(() => {
    if (!isFinished) finishedOn.current = null;
    else if (finishedOn.current === null) finishedOn.current = path;
    else if (finishedOn.current !== path) setExpanded(false);
  }, [isFinished, path]);
  useEffect(() => setExpanded(batchId !== null && !isRestored), [batchId, isRestored]);

  if (!batchId || total === 0) return null;
  const stored = items.filter(({ state, duplicateOf }) => state === "COMPLETED" && !duplicateOf).length;
  const duplicates = items.filter(({ duplicateOf }) => duplicateOf).length;
  const unreadable = items.filter(
    ({ outcome, state, duplicateOf }) => !duplicateOf && (outcome === "refused" || state === "FAILED"),
  ).length;
  const summary = t("finished", { stored, duplicates, unreadable });
  const headline =
    open > 0 ? t("progress", { finished, total }) : lost > 0 ? t("finished_lost", { summary, lost }) : summary;

  return (
    <section
      aria-label={t("label")}
      className="fixed right-4 bottom-4 z-30 flex max-h-[60vh] w-[min(400px,calc(100vw-24px))] flex-col rounded-lg border border-line bg-surface shadow-overlay max-[899px]:right-3 max-[899px]:bottom-18 print:hidden"
    >
      <header className="flex items-center gap-1 py-2 pr-2 pl-3">
        <h2 aria-live="polite" className="tabular flex-1 font-medium text-sm">
          {headline}
        </h2>
        <button
          aria-expanded={isExpanded}
          aria-label={isExpanded ? t("collapse") : t("expand")}
          className="rounded-md p-1.5 text-ink-soft hover:bg-hover"
          onClick={() => setExpanded(!isExpanded)}
          type="button"
        >
          {isExpanded ? <ChevronDown className="size-4" /> : <ChevronUp className="size-4" />}
        </button>
        {open === 0 && (
          <button
            aria-label={t("close")}
            className="rounded-md p-1.5 text-ink-soft hover:bg-hover"
            onClick={dismiss}
            type="button"
          >
            <X className="size-4" />
          </button>
        )}
      </header>
      {open > 0 && (
        <div className="mx-3 mb-2 h-1 overflow-hidden rounded-full bg-hover">
          <div
            className="h-full bg-accent transition-[width] duration-150"
            style={{ width: `${(finished / total) * 100}%` }}
          />
        </div>
      )}
      {isExpanded && (
        <ul className="min-h-0 overflow-y-auto border-line border-t py-1">
          {pending.map((file) => (
            <PendingLine file={file} key={file.id} />
          ))}
          {items.toReversed().map((item) => (
            <ImportLine item={item} key={item.id} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Of the files that the server adds itself, how many are not in the list yet; none once no more come. */
function useComing(expected: number, listed: number) {
  const [isOver, setOver] = useState(false);
  // Each new line begins the wait anew.
  useEffect(() => {
    setOver(false);
    const timer = setTimeout(() => setOver(true), longestPauseMs);
    return () => clearTimeout(timer);
  }, [expected, listed]);
  return isOver ? 0 : Math.max(0, expected - listed);
}
