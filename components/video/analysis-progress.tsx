"use client";

import { useTranslations } from "next-intl";
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
      <div
        aria-label={t("analysis")}
        aria-valuemax={workSteps.length}
        aria-valuemin={0}
        aria-valuenow={Math.max(0, at)}
        className="mt-1 h-1.5 overflow-hidden rounded-full bg-hover"
        role="progressbar"
      >
        <div className="h-full bg-accent" style={{ width: `${(100 * Math.max(0, at)) / workSteps.length}%` }} />
      </div>
    </div>
  );
}
