"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { ChooseFiles, FileDrop } from "@/components/import/file-drop";
import { ResumeSelectionBar } from "@/components/resume/resume-selection-bar";
import { ResumeTable } from "@/components/resume/resume-table";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/field";
import { Empty, RetryNotice, SkeletonRows } from "@/components/ui/notices";
import { resumesQuery } from "@/lib/resume/queries";
import { resumeFilter } from "@/lib/resume/schema";

type ResumeLibraryProps = { canImport: boolean; canDelete: boolean; canScreen: boolean };

const states = ["all", "ready", "reading", "unreadable"] as const;
const typingPauseMs = 200;

export function ResumeLibrary({ canImport, canDelete, canScreen }: ResumeLibraryProps) {
  const t = useTranslations("library");
  const common = useTranslations("common");
  const params = useSearchParams();
  const filter = resumeFilter.catch({ q: "", state: "all" }).parse(Object.fromEntries(params));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    resumesQuery(filter),
  );
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());

  const resumes = useMemo(() => data?.pages.flatMap((page) => page.resumes) ?? [], [data]);
  const total = data?.pages[0]?.total;
  const isFiltered = filter.q !== "" || filter.state !== "all";

  const content = (
    <div className="flex h-dvh flex-col max-[899px]:h-[calc(100dvh-4rem)]">
      <PageHeader
        actions={canImport && <ChooseFiles />}
        note={total !== undefined && t("count", { count: total })}
        title={t("title")}
      />
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-5 py-2 max-sm:px-4">
        <SearchBox key={filter.q} value={filter.q} />
        <fieldset className="flex gap-1">
          <legend className="sr-only">{t("filter")}</legend>
          {states.map((state) => (
            <button
              aria-pressed={filter.state === state}
              className={cn(
                "h-7 rounded-md px-2 text-ink-soft text-sm hover:bg-hover",
                filter.state === state && "bg-accent-soft font-medium text-accent",
              )}
              key={state}
              onClick={() => setFilter({ state })}
              type="button"
            >
              {t(`state_${state}`)}
            </button>
          ))}
        </fieldset>
      </div>
      {error ? (
        <RetryNotice message={error.message} onRetry={() => void refetch()} retryLabel={common("retry")} />
      ) : !data ? (
        <SkeletonRows label={common("loading")} rows={12} />
      ) : resumes.length > 0 ? (
        <ResumeTable
          hasMore={hasNextPage}
          isLoadingMore={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
          onSelect={setSelected}
          query={filter.q}
          resumes={resumes}
          selected={selected}
        />
      ) : isFiltered ? (
        <Empty
          action={<Button onClick={() => setFilter({ q: "", state: "all" })}>{common("clear_filters")}</Button>}
          title={t("nothing_found")}
        />
      ) : (
        <Empty
          action={canImport && <ChooseFiles />}
          text={canImport ? t("empty_text") : t("empty_text_viewer")}
          title={t("empty_title")}
        />
      )}
      {selected.size > 0 && (
        <ResumeSelectionBar
          canDelete={canDelete}
          canScreen={canScreen}
          onDone={() => setSelected(new Set())}
          resumes={resumes.filter(({ id }) => selected.has(id))}
        />
      )}
    </div>
  );
  return canImport ? <FileDrop>{content}</FileDrop> : content;
}

function SearchBox({ value }: { value: string }) {
  const t = useTranslations("library");
  const [text, setText] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => text !== value && setFilter({ q: text }), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <Input
      aria-label={t("search")}
      autoFocus={value !== ""}
      className="w-84 max-sm:w-full"
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      onFocus={(event) => event.target.setSelectionRange(text.length, text.length)}
      placeholder={t("search")}
      type="search"
      value={text}
    />
  );
}

/** Filters live in the address, so that a view can be kept and sent. */
function setFilter(change: Record<string, string>) {
  const params = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(change)) {
    if (value === "" || value === "all") params.delete(key);
    else params.set(key, value);
  }
  const query = params.toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}
