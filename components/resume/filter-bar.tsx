"use client";

import { ChevronDown, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FilterSetting } from "@/components/resume/filter-setting";
import { changeAddress } from "@/components/ui/address";
import { cn } from "@/components/ui/cn";
import { type FilterField, filterParameters } from "./filter-fields";

// Fetched with the first click on a filter.
const FilterMenu = dynamic(() => import("./filter-menu"), { ssr: false });

const fields = Object.keys(filterParameters) as FilterField[];

/** One button per filter: what it is set to, and behind a click its values with their counts. */
export function FilterBar() {
  const t = useTranslations("filters");
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-1 max-sm:flex-nowrap max-sm:overflow-x-auto">
      <legend className="sr-only">{t("title")}</legend>
      {fields.map((field) => (
        <Filter field={field} key={field} />
      ))}
    </fieldset>
  );
}

function Filter({ field }: { field: FilterField }) {
  const t = useTranslations("filters");
  const [isOpen, setOpen] = useState(false);
  const params = useSearchParams();
  const names = filterParameters[field];
  const isSet = names.some((name) => params.has(name));
  const trigger = (
    <button
      aria-expanded={isOpen}
      aria-haspopup="dialog"
      className={cn(
        "flex h-7 items-center gap-1 whitespace-nowrap rounded-md px-2 text-sm hover:bg-hover",
        isSet ? "font-medium text-accent" : "text-ink-soft",
      )}
      onClick={() => setOpen(true)}
      type="button"
    >
      <span className="max-w-60 truncate">
        {t(field)}
        {isSet && <FilterSetting field={field} />}
      </span>
      <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
    </button>
  );
  return (
    <span className={cn("flex shrink-0 items-center rounded-md", isSet && "bg-accent-soft")}>
      {isOpen ? <FilterMenu field={field} onClose={() => setOpen(false)} trigger={trigger} /> : trigger}
      {isSet && (
        <button
          aria-label={t("clear", { filter: t(field) })}
          className="flex size-7 items-center justify-center rounded-md text-accent hover:bg-hover"
          onClick={() => changeAddress(Object.fromEntries(names.map((name) => [name, null])))}
          type="button"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </span>
  );
}
