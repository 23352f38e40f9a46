"use client";

import { useTranslations } from "next-intl";
import { modelFailures } from "@/lib/ai/kinds";

/** Why a model's part is not there; nothing where it is, or none was asked. */
export function ModelFailed({ model, failureReason }: { model: string | null; failureReason: string | null }) {
  const t = useTranslations("videos");
  const failures = useTranslations("model_failures");
  if (!failureReason) return null;
  const reason = failures(modelFailures.find((one) => one === failureReason) ?? "internal");
  return <p className="mt-1 text-ink-soft text-sm">{t("model_failed", { model: model ?? t("a_model"), reason })}</p>;
}
