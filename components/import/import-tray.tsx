"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { countLines } from "@/components/import/count-lines";
import { useImport } from "@/components/import/import-provider";
import { UnsentNotice } from "@/components/import/unsent-notice";
import { importQuery, resumesKey } from "@/lib/resume/queries";

const ImportLines = dynamic(() => import("@/components/import/import-lines"), { ssr: false });

/** When the server stops adding files of its own, the tray stops waiting for them. */
const longestPauseMs = 60_000;

/** The running or last import at the bottom right: a line for each file, and what became of it. */
export function ImportTray() {
  const { batchId, isRestored, pending: sent, arrived, expected, unsent, dismiss } = useImport();
  const t = useTranslations("import");
  const queryClient = useQueryClient();
  const path = usePathname();
  const [isExpanded, setExpanded] = useState(false);
  const { data: listed } = useQuery({ ...importQuery(batchId ?? ""), enabled: batchId !== null });
  const items = useMemo(() => {
    const known = new Set(listed?.map(({ id }) => id));
    return [...(listed ?? []), ...arrived.filter(({ id }) => !known.has(id))];
  }, [listed, arrived]);
  // The server's list may have a file before its upload was answered.
  const pending = useMemo(() => {
    const listedFiles = new Set(items.map(({ clientFileId }) => clientFileId));
    return sent.filter(({ id }) => !listedFiles.has(id));
  }, [items, sent]);
  const coming = useComing(expected, items.length);
  const isListBehind = items.length > (listed?.length ?? 0) || coming > 0;
  const { finished, lost, ...lines } = useMemo(() => countLines(items, pending), [items, pending]);
  const { open, total, ...counts } = { ...lines, open: lines.open + coming, total: lines.total + coming };

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

  const hasLines = batchId !== null && items.length + pending.length > 0;
  if (!hasLines && unsent.length === 0) return null;
  const summary = t("finished", counts);
  const headline =
    open > 0 ? t("progress", { finished, total }) : lost > 0 ? t("finished_lost", { summary, lost }) : summary;

  return (
    <section
      aria-label={t("label")}
      className="fixed right-4 bottom-4 z-30 flex max-h-[60vh] w-[min(400px,calc(100vw-24px))] flex-col rounded-lg border border-line bg-surface shadow-overlay max-[899px]:right-3 max-[899px]:bottom-18 print:hidden"
    >
      {unsent.length > 0 && <UnsentNotice />}
      {hasLines && (
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
      )}
      {hasLines && open > 0 && (
        <div className="mx-3 mb-2 h-1 overflow-hidden rounded-full bg-hover">
          <div
            className="h-full bg-accent transition-[width] duration-150"
            style={{ width: `${(finished / total) * 100}%` }}
          />
        </div>
      )}
      {hasLines && isExpanded && <ImportLines items={items} pending={pending} />}
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
