import { useTranslations } from "next-intl";
import { sayKnown } from "@/lib/i18n/say-known";
import type { FilterField } from "./filter-fields";

/** How a filter's value is called; names of cities, skills and the like speak for themselves. */
export function useValueLabel(field: FilterField): (value: string) => string {
  const degrees = useTranslations("degrees");
  const stages = useTranslations("stages");
  const sources = useTranslations("sources");
  const known = { degree: degrees, stage: stages, source: sources }[field as string];
  return (value) => (known && sayKnown(known, value)) ?? value;
}
