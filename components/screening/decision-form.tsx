"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Becomes } from "@/components/ui/becomes";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Field, Select, Textarea } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { offersQuery } from "@/lib/offer/queries";
import { decisionOutcomes, rejectionReasons } from "@/lib/screening/kinds";
import { applicationQuery, boardQuery, decide } from "@/lib/screening/queries";
import type { ApplicationDetail } from "@/lib/screening/schema";

type DecisionFormProps = {
  application: ApplicationDetail;
  positionId: string;
  canDecide: boolean;
  /** What is on the screen beside it. */
  recommendationId?: string | null;
};

/** What a person decides, with a reason, and what was decided before. */
export function DecisionForm({ application, positionId, canDecide, recommendationId = null }: DecisionFormProps) {
  const t = useTranslations("decision");
  const stages = useTranslations("stages");
  const format = useFormatter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [outcome, setOutcome] = useState<(typeof decisionOutcomes)[number] | null>(null);
  const [reason, setReason] = useState("");
  const [reasonCode, setReasonCode] = useState<(typeof rejectionReasons)[number] | "">("");
  const [wasTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: (input: Parameters<typeof decide>[1]) => decide(application.id, input),
    onSuccess: ({ stage }) => {
      toast(t("saved", { stage: stages(stage) }));
      setOutcome(null);
      setReason("");
      setReasonCode("");
      setTried(false);
      void queryClient.invalidateQueries({ queryKey: applicationQuery(application.id).queryKey });
      void queryClient.invalidateQueries({ queryKey: boardQuery(positionId).queryKey });
      void queryClient.invalidateQueries({ queryKey: offersQuery(application.id).queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const overrideIds = application.run?.result.verdicts.flatMap(({ override }) => override?.id ?? []);
    const finishedAt = application.run?.finishedAt;
    if (!outcome || !reason.trim() || (isRejection && !reasonCode)) return;
    const runId = application.run?.id ?? null;
    save.mutate({ outcome, reason, runId, overrideIds, finishedAt, recommendationId, reasonCode: reasonCode || null });
  };
  const isRejection = outcome === "reject";

  return (
    <section className="px-4 py-3 text-sm">
      <h3 className="font-semibold">{t("title")}</h3>
      <p className="text-ink-faint text-xs">{t("stage", { stage: stages(application.stage) })}</p>
      {canDecide && (
        <form className="mt-2 flex flex-col gap-2 print:hidden" onSubmit={submit}>
          <fieldset className="grid grid-cols-2 gap-2">
            <legend className="sr-only">{t("outcome")}</legend>
            {decisionOutcomes.map((option) => (
              <button
                aria-pressed={outcome === option}
                className={cn(
                  "h-8 rounded-md border px-2",
                  outcome === option
                    ? "border-accent bg-accent-soft font-medium text-accent"
                    : "border-line-strong hover:bg-hover",
                )}
                key={option}
                onClick={() => setOutcome(option)}
                type="button"
              >
                {t(option)}
              </button>
            ))}
          </fieldset>
          {isRejection && (
            <Field error={wasTried && !reasonCode ? t("reason_code_needed") : undefined} label={t("reason_code")}>
              {(props) => (
                <Select
                  {...props}
                  onChange={({ target }) => setReasonCode(rejectionReasons.find((code) => code === target.value) ?? "")}
                  value={reasonCode}
                >
                  <option value="">{t("choose_reason")}</option>
                  {rejectionReasons.map((code) => (
                    <option key={code} value={code}>
                      {t(`reason_${code}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          <Field error={wasTried && !reason.trim() ? t("reason_needed") : undefined} label={t("reason")}>
            {(props) => (
              <Textarea
                {...props}
                maxLength={2000}
                onChange={(event) => setReason(event.target.value)}
                value={reason}
              />
            )}
          </Field>
          {save.error && <Problem>{save.error.message}</Problem>}
          {wasTried && !outcome && <p className="text-danger text-xs">{t("outcome_needed")}</p>}
          <div className="flex items-center gap-3">
            <Button disabled={save.isPending} type="submit" variant="primary">
              {t("save")}
            </Button>
            <span className="text-ink-faint text-xs">{t("freezes")}</span>
          </div>
        </form>
      )}
      {application.decisions.length > 0 && (
        <ol className="mt-3 border-line border-t">
          {application.decisions.map(
            ({ id, outcome: decided, reason: why, decidedBy, stageAfter, createdAt, ...one }) => (
              <li className="border-line border-b py-2" key={id}>
                <p>
                  <span className="font-medium">{t(decided)}</span> <Becomes /> {stages(stageAfter)}
                  <span className="tabular ml-2 text-ink-faint text-xs">
                    {decidedBy} · {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
                  </span>
                </p>
                {one.reasonCode && <p>{t(`reason_${one.reasonCode}`)}</p>}
                <p className="whitespace-pre-wrap text-ink-soft">{why}</p>
                <Link className="text-accent text-xs hover:underline print:hidden" href={`/decisions/${id}`}>
                  {t("record")}
                </Link>
              </li>
            ),
          )}
        </ol>
      )}
    </section>
  );
}
