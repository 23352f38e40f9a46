"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { ChooseFiles, FileDrop } from "@/components/import/file-drop";
import { ResumeSelectionBar } from "@/components/resume/resume-selection-bar";
import { ResumeTable } from "@/components/resume/resume-table";
import { PageHeader } from "@/components/shell/page-header";
import { changeAddress } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/field";
import { ListStates } from "@/components/ui/list-states";
import { Empty } from "@/components/ui/notices";
import { resumesQuery } from "@/lib/resume/queries";

type ResumeLibraryProps = {
  canImport: boolean;
  canDelete: boolean;
  canScreen: boolean;
  /** Stands above the list. */
  notice?: ReactNode;
  /** Another way to begin, beside choosing files. */
  emptyAction?: ReactNode;
};

const states = ["all", "ready", "reading", "unreadable"] as const;
const typingPauseMs = 200;

export function ResumeLibrary({ canImport, canDelete, canScreen, notice, emptyAction }: ResumeLibraryProps) {
  const t = useTranslations("library");
  const common = useTranslations("common");
  const params = useSearchParams();
  const filter = {
    q: params.get("q")?.trim().slice(0, 200) ?? "",
    state: states.find((state) => state === params.get("state")) ?? "all",
  };
  const query = useInfiniteQuery(resumesQuery(params.toString()));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());

  const resumes = useMemo(() => query.data?.pages.flatMap((page) => page.resumes) ?? [], [query.data]);
  const total = query.data?.pages[0]?.total;
  const isFiltered = filter.q !== "" || filter.state !== "all";

  const content = (
    <div className="print-open flex h-dvh flex-col max-[899px]:h-[calc(100dvh-4rem)]">
      <PageHeader
        actions={canImport && <ChooseFiles />}
        note={total !== undefined && t("count", { count: total })}
        title={t("title")}
      />
      {notice}
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-5 py-2 max-sm:px-4 print:hidden">
        <SearchBox value={filter.q} />
        <fieldset className="flex gap-1">
          <legend className="sr-only">{t("filter")}</legend>
          {states.map((state) => (
            <button
              aria-pressed={filter.state === state}
              className={cn(
                "h-7 rounded-md px-2 text-sm hover:bg-hover",
                filter.state === state ? "bg-accent-soft font-medium text-accent" : "text-ink-soft",
              )}
              key={state}
              onClick={() => changeAddress({ state })}
              type="button"
            >
              {t(`state_${state}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <ListStates
        empty={() => {
          if (resumes.length > 0) return null;
          const clear = (
            <Button onClick={() => changeAddress({ q: null, state: null })}>{common("clear_filters")}</Button>
          );
          if (isFiltered) return <Empty action={clear} title={t("nothing_found")} />;
          const text = canImport ? t("empty_text") : t("empty_text_viewer");
          const begin = (
            <>
              <ChooseFiles />
              {emptyAction}
            </>
          );
          return <Empty action={canImport && begin} text={text} title={t("empty_title")} />;
        }}
        query={query}
      >
        {() => (
          <ResumeTable
            hasMore={query.hasNextPage}
            isLoadingMore={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
            onSelect={setSelected}
            query={filter.q}
            resumes={resumes}
            selected={selected}
          />
        )}
      </ListStates>
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
  const [isComposing, setComposing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Half a Chinese word in an input method is no query yet.
    if (isComposing || text === value) return;
    const timer = setTimeout(() => changeAddress({ q: text }), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text, value, isComposing]);
  useEffect(() => {
    if (document.activeElement !== input.current) setText(value);
  }, [value]);
  return (
    <Input
      aria-label={t("search")}
      className="w-84 max-sm:w-full"
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      onCompositionEnd={() => setComposing(false)}
      onCompositionStart={() => setComposing(true)}
      placeholder={t("search")}
      ref={input}
      type="search"
      value={text}
    />
  );
}
