import type { InterviewLanguage } from "@/lib/interview/schema";
import type { Statement } from "@/lib/screening/schema";
import { sayWith } from "@/lib/screening/statements";

const han = /\p{Script=Han}/u;

/** A text in the interview's language with its values filled in; Chinese values stand without spaces around them. */
export function sayFilled(
  [zh, en]: readonly [string, string],
  values: Statement["values"],
  language: InterviewLanguage,
): string {
  return language === "zh" ? sayWith([closeUp(zh, values), en], values, "zh") : sayWith([zh, en], values, "en");
}

/** A Chinese text with slots, without the spaces around those whose value is Chinese there. */
export function closeUp(text: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return text.replace(/( ?)(\{(\w+)\})( ?)/g, (_, before: string, slot: string, name: string, after: string) => {
    const value = String(values[name] ?? "");
    return `${han.test(value.charAt(0)) ? "" : before}${slot}${han.test(value.slice(-1)) ? "" : after}`;
  });
}
