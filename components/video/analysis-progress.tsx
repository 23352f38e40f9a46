"use client";

import { useTranslations } from "next-intl";
import { ProgressBar } from "@/components/ui/progress-bar";
import { workSteps } from "@/lib/video/kinds";

/** Which part is being made just now. */
export function AnalysisProgress({ step }: { step: string | null }) {
  const t = useTranslations("videos");
  const [name = "", part = "1", parts = "1"] = (step ?? "").split(":");
  const names: readonly string[] = workSteps;
  const at = names.indexOf(name);
  return (
    <div aria-live="polite" className="text-sm">
      <p>
        {at < 0 ? t("state_running") : t("step_of", { step: t(`step_${workSteps[at] ?? "read"}`, { part, parts }) })}
      </p>
      <div className="mt-1">
        <ProgressBar label={t("analysis")} share={Math.max(0, at) / workSteps.length} />
      </div>
    </div>
  );
}
