import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/messages/en.json" with { type: "json" };
import zh from "@/messages/zh.json" with { type: "json" };

const messages = { zh, en };

/** The messages of one language, also where no request says which: in jobs and in tests. */
export function translator(locale: Locale) {
  return createTranslator<typeof zh>({ locale, messages: messages[locale] });
}
export type Translate = ReturnType<typeof translator>;
