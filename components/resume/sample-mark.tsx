import { useTranslations } from "next-intl";

/** Tells made-up resumes and their candidates from real ones. */
export function SampleMark() {
  const t = useTranslations("sample");
  return (
    <span
      className="ml-1.5 inline-block rounded-sm border border-line px-1 align-middle font-normal text-ink-faint text-xs"
      title={t("mark_hint")}
    >
      {t("mark")}
    </span>
  );
}
