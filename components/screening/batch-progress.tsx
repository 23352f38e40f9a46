import { useTranslations } from "next-intl";
import { BatchActions } from "@/components/screening/batch-actions";
import { Link } from "@/components/ui/link";
import type { BatchView } from "@/lib/screening/schema";

/** How far a screening is, what can be done with it, and the way to its runs. */
export default function BatchProgress({ batch, canScreen }: { batch: BatchView; canScreen: boolean }) {
  const t = useTranslations("board");
  const batches = useTranslations("batch");
  const { completed, failed, cancelled, total, isPaused } = batch;
  const done = completed + failed + cancelled;
  const label = isPaused ? batches("paused_at", { done, total }) : t("progress", { done, total });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-5 py-2 text-sm max-sm:px-4">
      <Link aria-live="polite" className="tabular whitespace-nowrap hover:underline" href={`/screening/${batch.id}`}>
        {label}
      </Link>
      <progress aria-label={label} className="h-1.5 w-full max-w-100 accent-accent" max={total} value={done} />
      {failed > 0 && <span className="tabular text-danger">{t("failed_runs", { count: failed })}</span>}
      {canScreen && <BatchActions batch={batch} />}
    </div>
  );
}
