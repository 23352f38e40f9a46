import { useTranslations } from "next-intl";
import type { BatchView } from "@/lib/screening/schema";

export function BatchProgress({ batch }: { batch: BatchView }) {
  const t = useTranslations("board");
  const { completed, failed, total } = batch;
  const done = completed + failed;
  return (
    <div className="flex items-center gap-3 border-line border-b px-5 py-2 text-sm max-sm:px-4">
      <span aria-live="polite" className="tabular whitespace-nowrap">
        {t("progress", { done, total })}
      </span>
      <progress
        aria-label={t("progress", { done, total })}
        className="h-1.5 w-full max-w-100 accent-accent"
        max={total}
        value={done}
      />
      {failed > 0 && <span className="tabular text-danger">{t("failed_runs", { count: failed })}</span>}
    </div>
  );
}
