import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";

/** Between what was and what is. Drawn: not every system has a letter for it. */
export function Becomes() {
  const t = useTranslations("common");
  return <ArrowRight aria-label={t("becomes")} className="mx-0.5 inline size-3.5 align-[-2px] text-ink-faint" />;
}
