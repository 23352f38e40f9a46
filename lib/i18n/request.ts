import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, localeCookie } from "@/lib/i18n/locale";

export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale({ cookie: jar.get(localeCookie)?.value, acceptLanguage: head.get("accept-language") });
  const messages = locale === "zh" ? await import("@/messages/zh.json") : await import("@/messages/en.json");
  return { locale, messages: messages.default, timeZone: "UTC" };
});
