"use client";

import { useTranslations } from "next-intl";
import { analysisSteps } from "@/lib/video/kinds";

/** Which part is being made just now. */
export function AnalysisProgress({ step }: { step: string | null }) {
  const t = useTranslations("videos");
  const names: readonly string[] = analysisSteps;
  const at = step === null ? -1 : names.indexOf(step);
  return (
    <div aria-live="polite" className="text-sm">
      <p>{at < 0 ? t("state_running") : t("step_of", { step: t(`step_${analysisSteps[at] ?? "quality"}`) })}</p>
      <div
        aria-label={t("analysis")}
        aria-valuemax={analysisSteps.length}
        aria-valuemin={0}
        aria-valuenow={Math.max(0, at)}
        className="mt-1 h-1.5 overflow-hidden rounded-full bg-hover"
        role="progressbar"
      >
        <div className="h-full bg-accent" style={{ width: `${(100 * Math.max(0, at)) / analysisSteps.length}%` }} />
      </div>
    </div>
  );
}
