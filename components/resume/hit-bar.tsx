"use client";

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { changeAddress } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import type { TextSpan } from "@/lib/resume/profile";

type HitBarProps = {
  query: string;
  hits: readonly TextSpan[];
  onShow: (spans: readonly TextSpan[]) => void;
};

/** The search that led here: how often its words stand in the text, and the way from one place to the next. */
export function HitBar({ query, hits, onShow }: HitBarProps) {
  const t = useTranslations("resume_page");
  const [at, setAt] = useState(-1);
  const go = (step: number) => {
    const next = (Math.max(at, step > 0 ? -1 : 0) + step + hits.length) % hits.length;
    setAt(next);
    onShow(hits.slice(next, next + 1));
  };
  return (
    <div className="flex items-center gap-1 border-line border-b px-5 py-1 text-sm">
      <p aria-live="polite" className="tabular min-w-0 truncate text-ink-soft">
        {at < 0 ? t("hits", { query, count: hits.length }) : t("hit_of", { query, at: at + 1, count: hits.length })}
      </p>
      {hits.length > 0 && (
        <>
          <Button aria-label={t("previous_hit")} onClick={() => go(-1)} size="smallIcon" variant="quiet">
            <ChevronUp aria-hidden="true" />
          </Button>
          <Button aria-label={t("next_hit")} onClick={() => go(1)} size="smallIcon" variant="quiet">
            <ChevronDown aria-hidden="true" />
          </Button>
        </>
      )}
      <Button
        aria-label={t("end_search")}
        className="ml-auto"
        onClick={() => {
          onShow([]);
          changeAddress({ q: null });
        }}
        size="smallIcon"
        variant="quiet"
      >
        <X aria-hidden="true" />
      </Button>
    </div>
  );
}
