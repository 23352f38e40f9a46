"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { RuleForm } from "@/components/screening/rule-form";
import { VerdictMark } from "@/components/screening/verdict-mark";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Field, Textarea } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import type { Requirement } from "@/lib/position/requirement";
import { verdicts } from "@/lib/screening/kinds";
import { overrideVerdict, screeningKey, withdrawOverride } from "@/lib/screening/queries";
import type { ApplicationDetail, AppliedOverride, OverrideView, RequirementVerdict } from "@/lib/screening/schema";

type VerdictOverrideProps = {
  application: ApplicationDetail;
  requirement: Requirement;
  verdict: RequirementVerdict;
  canDecide: boolean;
  /** May make a rule of a verdict. */
  canChangePosition: boolean;
};

/** What a person says instead of the engine's verdict, with what was said before, and the way to say it. */
export function VerdictOverride(props: VerdictOverrideProps) {
  const { application, requirement, verdict, canDecide, canChangePosition } = props;
  const t = useTranslations("override");
  const [isOpen, setOpen] = useState(false);
  // Personal attributes count nowhere, and older results cannot be scored anew.
  const isChangeable = verdict.points !== undefined && verdict.reason.code !== "personal_attribute";
  const earlier = application.overrides.filter(
    ({ id, requirementKey }) => requirementKey === requirement.key && id !== verdict.override?.id,
  );
  return (
    <>
      {verdict.override && (
        <Standing applicationId={application.id} canDecide={canDecide} override={verdict.override} />
      )}
      {verdict.override && canChangePosition && (verdict.verdict === "met" || verdict.verdict === "partly") && (
        <RuleForm positionId={application.position.id} requirement={requirement} verdict={verdict.verdict} />
      )}
      {earlier.length > 0 && <History earlier={earlier} />}
      {canDecide && verdict.points === undefined && (
        <p className="mt-1 text-ink-faint text-xs print:hidden">{t("older")}</p>
      )}
      {canDecide && isChangeable && !isOpen && (
        <Button
          aria-label={t("change_of", { requirement: requirement.text })}
          className="-ml-2 mt-1 print:hidden"
          onClick={() => setOpen(true)}
          size="sm"
          variant="quiet"
        >
          {t("change")}
        </Button>
      )}
      {isOpen && (
        <OverrideForm
          applicationId={application.id}
          onClose={() => setOpen(false)}
          requirement={requirement}
          runId={application.run?.id ?? ""}
        />
      )}
    </>
  );
}

type StandingProps = { applicationId: string; override: AppliedOverride; canDecide: boolean };

function Standing({ applicationId, override, canDecide }: StandingProps) {
  const t = useTranslations("override");
  const evidence = useTranslations("evidence");
  const names = useTranslations("verdicts");
  const format = useFormatter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => withdrawOverride(applicationId, override.id),
    onSuccess: () => toast(t("withdrawn")),
    onError: (error) => toast(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: screeningKey }),
  });
  const { by, at, reason, engineVerdict, engineGate } = override;
  const mark = engineGate === "fail" ? "gate_failed" : engineVerdict;
  return (
    <div className="mt-1.5 rounded-md bg-sunken px-2.5 py-1.5">
      <p className="text-ink-faint text-xs">
        {t("changed", {
          by: by ?? evidence("somebody"),
          at: format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" }),
        })}
      </p>
      <p className="whitespace-pre-wrap">{reason}</p>
      <p className="flex items-center gap-1.5 text-ink-soft">
        <VerdictMark isSilent mark={mark} />
        {t("engine_said", { verdict: names(mark) })}
        {canDecide && (
          <Button
            className="ml-auto print:hidden"
            disabled={withdraw.isPending}
            onClick={() => withdraw.mutate()}
            size="sm"
            variant="quiet"
          >
            {t("withdraw")}
          </Button>
        )}
      </p>
    </div>
  );
}

/** Changes that ended, and those made when the requirement read otherwise. */
function History({ earlier }: { earlier: OverrideView[] }) {
  const t = useTranslations("override");
  const evidence = useTranslations("evidence");
  const names = useTranslations("verdicts");
  const format = useFormatter();
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" });
  return (
    <details className="mt-1 text-ink-soft text-xs">
      <summary className="cursor-pointer">{t("history", { count: earlier.length })}</summary>
      <ul className="mt-1 flex flex-col gap-1">
        {earlier.map(({ id, verdict, by, at, reason, requirementText, ended: end }) => (
          <li key={id}>
            {t("said", { verdict: names(verdict), by: by ?? evidence("somebody"), at: date(at), reason })}
            {` (${end ? t("ended", { at: date(end.at), by: end.by ?? evidence("somebody") }) : t("other_words", { text: requirementText })})`}
          </li>
        ))}
      </ul>
    </details>
  );
}

type OverrideFormProps = { applicationId: string; requirement: Requirement; runId: string; onClose: () => void };

function OverrideForm({ applicationId, requirement, runId, onClose }: OverrideFormProps) {
  const t = useTranslations("override");
  const names = useTranslations("verdicts");
  const toast = useToast();
  const queryClient = useQueryClient();
  const [verdict, setVerdict] = useState<(typeof verdicts)[number] | null>(null);
  const [reason, setReason] = useState("");
  const [wasTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: (input: Parameters<typeof overrideVerdict>[1]) => overrideVerdict(applicationId, input),
    onSuccess: () => {
      toast(t("saved"));
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: screeningKey }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (verdict && reason.trim()) save.mutate({ requirementKey: requirement.key, verdict, reason, runId });
  };
  return (
    <form className="mt-2 flex flex-col gap-2 print:hidden" onSubmit={submit}>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="mb-1 font-medium text-ink-soft text-sm">{t("verdict")}</legend>
        {verdicts.map((option) => (
          <button
            aria-pressed={verdict === option}
            className={cn(
              "flex h-8 items-center gap-1.5 rounded-md border px-2",
              verdict === option ? "border-accent bg-accent-soft font-medium" : "border-line-strong hover:bg-hover",
            )}
            key={option}
            onClick={() => setVerdict(option)}
            type="button"
          >
            <VerdictMark isSilent mark={option} />
            {names(option)}
          </button>
        ))}
      </fieldset>
      {wasTried && !verdict && <p className="text-danger text-xs">{t("verdict_needed")}</p>}
      <Field error={wasTried && !reason.trim() ? t("reason_needed") : undefined} label={t("reason")}>
        {(props) => (
          <Textarea {...props} maxLength={2000} onChange={(event) => setReason(event.target.value)} value={reason} />
        )}
      </Field>
      {save.error && <Problem>{save.error.message}</Problem>}
      <div className="flex gap-2">
        <Button disabled={save.isPending} size="sm" type="submit" variant="primary">
          {t("save")}
        </Button>
        <Button onClick={onClose} size="sm" variant="quiet">
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
