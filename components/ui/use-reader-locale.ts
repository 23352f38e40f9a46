import { useLocale } from "next-intl";
import type { Locale } from "@/lib/i18n/locale";

/** The language the reader has chosen, for sentences that stand in code. */
export function useReaderLocale(): Locale {
  return useLocale() === "zh" ? "zh" : "en";
}
