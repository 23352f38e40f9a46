"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { changeAddress } from "@/components/ui/address";
import { Input, Select } from "@/components/ui/field";
import { advices, applicationStages } from "@/lib/screening/kinds";

/** By one of the scores instead of the board's own order. */
export const boardSorts = ["score", "hr", "technical", "manager"] as const;
export type BoardSort = (typeof boardSorts)[number];
export type BoardFilter = { q: string; advice: string; stage: string; sort: BoardSort | null };

export function readBoardFilter(params: URLSearchParams): BoardFilter {
  const sort = boardSorts.find((key) => key === params.get("sort")) ?? null;
  return { q: params.get("q") ?? "", advice: params.get("advice") ?? "all", stage: params.get("stage") ?? "all", sort };
}

/** The part of the address's query that says how the board is narrowed and laid out, in one order: to compare and to keep. */
export function boardView(params: URLSearchParams): string {
  const kept = ["q", "advice", "stage", "sort", "layout"].flatMap((name) => {
    const value = params.get(name);
    return value && value !== "all" ? [[name, value]] : [];
  });
  return new URLSearchParams(kept).toString();
}

type BoardFiltersProps = { filter: BoardFilter; shown: number; total: number };

export function BoardFilters({ filter, shown, total }: BoardFiltersProps) {
  const t = useTranslations("board");
  const advice = useTranslations("advice");
  const stages = useTranslations("stages");
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // A view that was opened brings its own words; who is typing is left alone.
    if (search.current && search.current !== document.activeElement) search.current.value = filter.q;
  }, [filter.q]);
  return (
    <search className="flex flex-wrap items-center gap-2 print:hidden">
      <Input
        aria-label={t("search")}
        className="w-52"
        defaultValue={filter.q}
        onChange={(event) => changeAddress({ q: event.target.value })}
        // Out of the field, so that the keys of the rows go on from the first one found.
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
        placeholder={t("search")}
        ref={search}
        type="search"
      />
      <Select
        aria-label={t("filter_advice")}
        className="w-auto"
        onChange={(event) => changeAddress({ advice: event.target.value })}
        value={filter.advice}
      >
        <option value="all">{t("any_advice")}</option>
        {advices.map((key) => (
          <option key={key} value={key}>
            {advice(key)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t("filter_stage")}
        className="w-auto"
        onChange={(event) => changeAddress({ stage: event.target.value })}
        value={filter.stage}
      >
        <option value="all">{t("any_stage")}</option>
        {applicationStages.map((key) => (
          <option key={key} value={key}>
            {stages(key)}
          </option>
        ))}
      </Select>
      {shown !== total && <span className="tabular text-ink-faint text-sm">{t("shown", { shown, total })}</span>}
    </search>
  );
}
