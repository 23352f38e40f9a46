"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { ChooseFiles, FileDrop } from "@/components/import/file-drop";
import { FilterBar } from "@/components/resume/filter-bar";
import { LibrarySearch } from "@/components/resume/library-search";
import { ResumeSelectionBar } from "@/components/resume/resume-selection-bar";
import { ResumeTable } from "@/components/resume/resume-table";
import { useLibraryColumns } from "@/components/resume/use-library-columns";
import { SavedViews } from "@/components/saved-views/saved-views";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { ListStates } from "@/components/ui/list-states";
import { Empty } from "@/components/ui/notices";
import { resumesQuery } from "@/lib/resume/queries";
import { filterQuery } from "./filter-fields";

const LibraryMenu = dynamic(() => import("@/components/resume/library-menu"), { ssr: false });

type ResumeLibraryProps = {
  canAssign: boolean;
  canDelete: boolean;
  canExport: boolean;
  canImport: boolean;
  canScreen: boolean;
  canWrite: boolean;
  /** Stands above the list. */
  notice?: ReactNode;
  /** Another way to begin, beside choosing files. */
  emptyAction?: ReactNode;
};

/** The library: searched and filtered by its address, so that a view can be kept and sent. */
export function ResumeLibrary({ canImport, canExport, notice, emptyAction, ...can }: ResumeLibraryProps) {
  const t = useTranslations("library");
  const common = useTranslations("common");
  const params = useSearchParams();
  const search = filterQuery(params);
  const query = useInfiniteQuery(resumesQuery(search));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { columns, choose } = useLibraryColumns();
  const [isMenuOpen, setMenuOpen] = useState(false);

  const resumes = useMemo(() => query.data?.pages.flatMap((page) => page.resumes) ?? [], [query.data]);
  const first = query.data?.pages[0];
  const clear = () => history.replaceState(null, "", location.pathname);
  const menuButton = (
    <Button aria-haspopup="menu" aria-label={t("menu")} onClick={() => setMenuOpen(true)} size="icon" title={t("menu")}>
      <SlidersHorizontal aria-hidden="true" />
    </Button>
  );

  const content = (
    <div className="print-open flex h-dvh flex-col max-[899px]:h-[calc(100dvh-4rem)]">
      <PageHeader
        actions={
          <>
            {isMenuOpen ? (
              <LibraryMenu
                canExport={canExport}
                onChoose={choose}
                onClose={() => setMenuOpen(false)}
                shown={columns.map(({ key }) => key)}
                trigger={menuButton}
              />
            ) : (
              menuButton
            )}
            {canImport && <ChooseFiles />}
          </>
        }
        note={first && t(first.isCapped ? "count_capped" : "count", { count: first.total })}
        title={t("title")}
      />
      {notice}
      <SavedViews current={search} page="library" />
      <div className="flex flex-col gap-2 border-line border-b px-5 py-2 max-sm:px-4 print:hidden">
        <LibrarySearch />
        <FilterBar />
      </div>
      <ListStates
        empty={() => {
          if (resumes.length > 0) return null;
          if (search) {
            const action = <Button onClick={clear}>{common("clear_filters")}</Button>;
            return <Empty action={action} title={t("nothing_found")} />;
          }
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
            columns={columns}
            hasMore={query.hasNextPage}
            isLoadingMore={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
            onSelect={setSelected}
            query={params.get("q") ?? ""}
            resumes={resumes}
            selected={selected}
          />
        )}
      </ListStates>
      {selected.size > 0 && (
        <ResumeSelectionBar
          {...can}
          canExport={canExport}
          onDone={() => setSelected(new Set())}
          resumes={resumes.filter(({ id }) => selected.has(id))}
        />
      )}
    </div>
  );
  return canImport ? <FileDrop>{content}</FileDrop> : content;
}
