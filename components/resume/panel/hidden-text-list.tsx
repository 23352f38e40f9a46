import { useTranslations } from "next-intl";
import type { HiddenText } from "@/lib/resume/document";

/** What stands in the file and nobody sees when reading it, to be judged by a person. */
export function HiddenTextList({ hidden }: { hidden: readonly HiddenText[] }) {
  const t = useTranslations("hidden_text");
  return (
    <details className="border-line border-b px-5 py-2 text-sm">
      <summary className="cursor-pointer text-partly">{t("title", { count: hidden.length })}</summary>
      <p className="mt-1 text-ink-soft">{t("text")}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {hidden.map(({ text, reason, page }, index) => (
          <li className="border-line border-l-2 pl-3" key={index}>
            <span className="break-words">{text}</span>
            <span className="block text-ink-faint text-xs">
              {t(`reason_${reason}`)}
              {page !== null && ` · ${t("page", { page: page + 1 })}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
