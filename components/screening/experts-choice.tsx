"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAmountInWords } from "@/components/screening/use-amount-in-words";
import { Button } from "@/components/ui/button";
import type { ExpertsEstimate } from "@/lib/screening/experts/schema";

type ExpertsChoiceProps = {
  estimate: ExpertsEstimate;
  isBusy: boolean;
  onBack: () => void;
  onStart: (withExperts: boolean) => void;
};

/** Whether experts by a model take part, with about what they cost and what the month's cap leaves. */
export function ExpertsChoice({ estimate, isBusy, onBack, onStart }: ExpertsChoiceProps) {
  const t = useTranslations("experts");
  const common = useTranslations("common");
  const [withExperts, setWithExperts] = useState(true);
  const { sayAmount, sayLeft } = useAmountInWords();
  const { model, amount, currency, left } = estimate;
  const isOver =
    (left.tokens !== null && amount.inputTokens + amount.outputTokens > left.tokens) ||
    (left.cost !== null && (amount.cost === null || amount.cost > left.cost));
  return (
    <form
      className="flex flex-col gap-3 p-3 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        onStart(withExperts);
      }}
    >
      <label className="flex items-start gap-2">
        <input
          checked={withExperts}
          className="mt-1"
          onChange={({ target }) => setWithExperts(target.checked)}
          type="checkbox"
        />
        <span>
          {t("take_part", { model: model ?? "" })}
          <span className="block text-ink-soft">{t("take_part_hint")}</span>
        </span>
      </label>
      {withExperts && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt className="text-ink-faint">{t("estimate")}</dt>
          <dd className="tabular">{sayAmount({ ...amount, currency })}</dd>
          {(left.tokens !== null || left.cost !== null) && (
            <>
              <dt className="text-ink-faint">{t("left")}</dt>
              <dd className="tabular">{sayLeft({ ...left, currency })}</dd>
            </>
          )}
        </dl>
      )}
      {withExperts && isOver && <p className="rounded-md bg-sunken px-3 py-2">{t("over")}</p>}
      <div className="flex justify-end gap-2">
        <Button onClick={onBack}>{common("back")}</Button>
        <Button disabled={isBusy} type="submit" variant="primary">
          {t("start")}
        </Button>
      </div>
    </form>
  );
}
