"use client";

import { useTranslations } from "next-intl";
import { useAmountInWords } from "@/components/screening/use-amount-in-words";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { ApplicationDetail, ExpertsOutcome } from "@/lib/screening/schema";

type ExpertsOutcomeProps = { run: NonNullable<ApplicationDetail["run"]> };

/** Who took part beside the built-in engine, what each says, what was left out, and what it cost. */
export function ExpertsOutcomeSection({ run: { result, isExpertsPending } }: ExpertsOutcomeProps) {
  const t = useTranslations("experts");
  const failures = useTranslations("model_failures");
  const { sayAmount } = useAmountInWords();
  const { experts: outcome } = result;
  if (!outcome && !isExpertsPending) return null;
  return (
    <section aria-labelledby="experts" className="border-line border-b px-4 py-3 text-sm">
      <div className="flex items-baseline gap-3">
        <h3 className="font-semibold" id="experts">
          {t("title")}
        </h3>
        {outcome?.model && <span className="ml-auto break-all text-ink-faint text-xs">{outcome.model}</span>}
      </div>
      {isExpertsPending && (
        <p className="text-ink-soft" role="status">
          {t("pending")}
        </p>
      )}
      {outcome?.failureReason && (
        <p className="text-ink-soft">{t("failed", { reason: failures(outcome.failureReason) })}</p>
      )}
      {outcome && !outcome.failureReason && outcome.experts.length === 0 && (
        <p className="text-ink-soft">{t("nothing_to_judge")}</p>
      )}
      {outcome && !outcome.failureReason && (
        <ul className="mt-1 flex flex-col gap-2 empty:hidden">
          {outcome.experts.map((expert) => (
            <ExpertLine expert={expert} key={expert.key} />
          ))}
        </ul>
      )}
      {outcome && outcome.experts.length > 0 && (
        <p className="tabular mt-2 text-ink-faint text-xs">
          {outcome.experts.every(({ isReused }) => isReused)
            ? t("reused")
            : t("cost", { amount: sayAmount(outcome.usage) })}
        </p>
      )}
    </section>
  );
}

function ExpertLine({ expert }: { expert: ExpertsOutcome["experts"][number] }) {
  const t = useTranslations("experts");
  const failures = useTranslations("model_failures");
  const locale = useReaderLocale();
  const { key, prose, dropped, failureReason } = expert;
  return (
    <li>
      <span className="font-medium">{t(`name_${key}`)}</span>
      {prose && <p className="text-ink-soft">{prose[locale]}</p>}
      {failureReason && (
        <p className="text-ink-soft">
          {t(key === "critic" ? "critic_failed" : "expert_failed", { reason: failures(failureReason) })}
        </p>
      )}
      {!failureReason && !prose && <p className="text-ink-faint">{t("prose_dropped")}</p>}
      {dropped > 0 && <p className="text-ink-soft">{t("dropped", { count: dropped })}</p>}
    </li>
  );
}
