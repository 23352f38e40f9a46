"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { BookmarkPlus, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { useToast } from "@/components/ui/toast";
import type { ViewPage } from "@/lib/saved-view/kinds";
import { deleteView, saveView, viewsKey, viewsQuery } from "@/lib/saved-view/queries";

const SaveViewDialog = dynamic(() => import("./save-view-dialog"), { ssr: false });

type SavedViewsProps = {
  page: ViewPage;
  /** The part of the address's query that says what the list shows. */
  current: string;
};

/** What a person keeps for a list, as tabs, with the one in the address marked. */
export function SavedViews({ page, current }: SavedViewsProps) {
  const t = useTranslations("views");
  const toast = useToast();
  const queryClient = useQueryClient();
  const { data: views = [] } = useQuery(viewsQuery(page));
  const [isSaving, setSaving] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: viewsKey });
  const remove = useMutation({
    mutationFn: ({ id }: { id: string; name: string; query: string }) => deleteView(id),
    onSuccess: (_, { name, query }) => {
      void refresh();
      toast(t("deleted", { name }), {
        label: t("undo"),
        onAct: () => void saveView({ page, name, query }).then(refresh),
      });
    },
  });
  const isKept = views.some(({ query }) => query === current);
  if (views.length === 0 && current === "") return null;
  const open = (query: string) => history.replaceState(null, "", query ? `?${query}` : location.pathname);
  return (
    <nav aria-label={t("title")} className="flex gap-1 overflow-x-auto border-line border-b px-5 max-sm:px-4">
      {[{ id: "", name: t(`everything_${page}`), query: "" }, ...views].map(({ id, name, query }) => (
        <span className="flex shrink-0 items-center" key={id}>
          <button
            aria-current={query === current ? "page" : undefined}
            className={cn(
              "h-9 border-b-2 px-2 text-sm",
              query === current
                ? "border-accent font-medium text-ink"
                : "border-transparent text-ink-soft hover:text-ink",
            )}
            onClick={() => open(query)}
            type="button"
          >
            {name}
          </button>
          {id !== "" && query === current && (
            <button
              aria-label={t("delete", { name })}
              className="flex size-6 items-center justify-center rounded-md text-ink-faint hover:bg-hover hover:text-ink"
              onClick={() => remove.mutate({ id, name, query })}
              type="button"
            >
              <X aria-hidden="true" className="size-3.5" />
            </button>
          )}
        </span>
      ))}
      {current !== "" && !isKept && (
        <button
          className="flex h-9 shrink-0 items-center gap-1 px-2 text-accent text-sm hover:underline"
          onClick={() => setSaving(true)}
          type="button"
        >
          <BookmarkPlus aria-hidden="true" className="size-4" />
          {t("save")}
        </button>
      )}
      {isSaving && <SaveViewDialog onClose={() => setSaving(false)} page={page} query={current} />}
    </nav>
  );
}
