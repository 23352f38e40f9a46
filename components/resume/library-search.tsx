"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { changeAddress } from "@/components/ui/address";
import { cn } from "@/components/ui/cn";
import { Input, Select } from "@/components/ui/field";
import { resumeStates, sortOrders } from "@/lib/resume/kinds";

const typingPauseMs = 200;

/** What is looked for, in which state of reading, and in which order. */
export function LibrarySearch() {
  const t = useTranslations("library");
  const params = useSearchParams();
  const chosen = params.get("state") ?? "all";
  const q = params.get("q") ?? "";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchBox value={q} />
      {q && (
        <Select
          aria-label={t("sort")}
          className="w-auto"
          onChange={(event) => changeAddress({ sort: event.target.value === "relevance" ? null : event.target.value })}
          value={params.get("sort") ?? "relevance"}
        >
          {sortOrders.map((order) => (
            <option key={order} value={order}>
              {t(`sort_${order}`)}
            </option>
          ))}
        </Select>
      )}
      <fieldset className="flex gap-1">
        <legend className="sr-only">{t("filter")}</legend>
        {resumeStates.map((state) => (
          <button
            aria-pressed={chosen === state}
            className={cn(
              "h-7 rounded-md px-2 text-sm hover:bg-hover",
              chosen === state ? "bg-accent-soft font-medium text-accent" : "text-ink-soft",
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
  );
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
      title={t("search_hint")}
      type="search"
      value={text}
    />
  );
}
