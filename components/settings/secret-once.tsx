"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

type SecretOnceProps = { secrets: { label?: string; value: string }[]; onKept: () => void };

/** What is shown once and never again, to be copied. */
export function SecretOnce({ secrets, onKept }: SecretOnceProps) {
  const t = useTranslations("settings");
  const toast = useToast();
  return (
    <div className="mb-3 flex flex-wrap items-center gap-3 rounded-md bg-accent-soft px-3 py-2 text-sm" role="status">
      <span>{t("token_once")}</span>
      {secrets.map(({ label, value }) => (
        <span className="flex flex-wrap items-center gap-2" key={value}>
          {label && <span className="text-ink-soft">{label}</span>}
          <code className="select-all break-all rounded-sm bg-surface px-2 py-1">{value}</code>
          <Button
            aria-label={label ? t("copy_of", { name: label }) : undefined}
            onClick={() => void navigator.clipboard.writeText(value).then(() => toast(t("copied")))}
            size="sm"
          >
            {t("copy")}
          </Button>
        </span>
      ))}
      <Button className="ml-auto" onClick={onKept} size="sm" variant="quiet">
        {t("token_kept")}
      </Button>
    </div>
  );
}
