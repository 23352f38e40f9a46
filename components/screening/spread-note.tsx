import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { SpreadView } from "@/lib/screening/spread/schema";

type SpreadNoteProps = { positionId: string; latest: SpreadView | null };

/** The latest measured spread of a position, and the way to all of them. */
export function SpreadNote({ positionId, latest }: SpreadNoteProps) {
  const t = useTranslations("spread");
  const format = useFormatter();
  const results = latest?.results;
  const widest = Math.max(0, ...(results?.candidates.map(({ comprehensive: { low, high } }) => high - low) ?? []));
  return (
    <section aria-labelledby="spread" className="text-sm">
      <h2 className="font-semibold" id="spread">
        {t("title")}
      </h2>
      <p className="text-ink-soft">
        {latest && results
          ? t("latest", {
              model: latest.model,
              at: format.dateTime(new Date(latest.createdAt), { dateStyle: "medium" }),
              points: format.number(widest, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
              changed: results.changedVerdicts,
              verdicts: results.verdicts,
              times: latest.times,
            })
          : t("never")}
      </p>
      <Link className="text-accent hover:underline" href={`/positions/${positionId}/spread`}>
        {t("to_page")}
      </Link>
    </section>
  );
}
