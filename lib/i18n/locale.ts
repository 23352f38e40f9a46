export const locales = ["zh", "en"] as const;
export type Locale = (typeof locales)[number];
export const localeCookie = "hireglass-locale";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The remembered language, else the first that the browser asks for, else Chinese. */
export function chooseLocale({ cookie, acceptLanguage }: { cookie?: string; acceptLanguage: string | null }): Locale {
  if (isLocale(cookie)) return cookie;
  for (const part of (acceptLanguage ?? "").toLowerCase().split(",")) {
    if (part.trim().startsWith("zh")) return "zh";
    if (part.trim().startsWith("en")) return "en";
  }
  return "zh";
}
