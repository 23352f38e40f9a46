"use client";

import { useTranslations } from "next-intl";
import { RetryNotice } from "@/components/ui/notices";

export default function WorkspaceError({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("common");
  return <RetryNotice message={t("page_failed")} onRetry={reset} retryLabel={t("retry")} />;
}
