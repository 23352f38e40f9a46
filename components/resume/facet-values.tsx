"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { changeAddress } from "@/components/ui/address";
import { Input } from "@/components/ui/field";
import { ListStates } from "@/components/ui/list-states";
import type { FacetField } from "@/lib/resume/filter";
import { facetOptions } from "@/lib/resume/queries";
import { filterQuery } from "./filter-fields";
import { useValueLabel } from "./use-value-label";

/** From this many values on there is a box to search them. */
const manyValues = 10;

/** The values of a filter with how many resumes each would leave; several may be chosen, but one position only. */
export function FacetValues({ field }: { field: FacetField }) {
  const t = useTranslations("filters");
  const format = useFormatter();
  const label = useValueLabel(field);
  const params = useSearchParams();
  const [sought, setSought] = useState("");
  const others = new URLSearchParams(params);
  others.delete(field);
  const query = useQuery(facetOptions(field, filterQuery(others)));
  // The address follows a moment later; the tick is there at once.
  const [chosen, setChosen] = useState<readonly string[]>(params.get(field)?.split(",") ?? []);
  const toggle = (value: string) => {
    const rest = field === "position" ? [] : chosen.filter((other) => other !== value);
    const next = chosen.includes(value) ? rest : [...rest, value];
    setChosen(next);
    changeAddress({ [field]: next.join(",") });
  };
  return (
    <ListStates
      empty={({ values }) =>
        values.length === 0 && <p className="px-3 py-4 text-center text-ink-faint text-sm">{t("no_values")}</p>
      }
      query={query}
    >
      {({ values, isCapped }) => {
        const shown = values.map((value) => ({ ...value, text: label(value.label) }));
        const found = shown.filter(({ text }) => text.toLowerCase().includes(sought.toLowerCase()));
        return (
          <>
            {values.length >= manyValues && (
              <div className="p-2">
                <Input
                  aria-label={t("search", { filter: t(field) })}
                  onChange={(event) => setSought(event.target.value)}
                  placeholder={t("search", { filter: t(field) })}
                  type="text"
                  value={sought}
                />
              </div>
            )}
            <ul className="min-h-0 overflow-auto rounded-b-md bg-surface p-1">
              {found.map(({ value, text, count }) => (
                <li key={value}>
                  <label className="flex h-8 cursor-pointer items-center gap-2 rounded-sm px-2 text-sm hover:bg-hover">
                    <input
                      checked={chosen.includes(value)}
                      className="accent-accent"
                      onChange={() => toggle(value)}
                      type="checkbox"
                    />
                    <span className="min-w-0 flex-1 truncate">{text}</span>
                    <span className="tabular text-ink-faint text-xs">
                      {isCapped ? t("at_least", { count }) : format.number(count)}
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            {isCapped && <p className="border-line border-t px-3 py-2 text-ink-faint text-xs">{t("capped")}</p>}
          </>
        );
      }}
    </ListStates>
  );
}
