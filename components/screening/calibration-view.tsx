"use client";

import { useMutation } from "@tanstack/react-query";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { VerdictMark } from "@/components/screening/verdict-mark";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty, Problem } from "@/components/ui/notices";
import type { CalibrationCandidate } from "@/lib/screening/calibration/choose-sample";
import type { Calibration, Disagreement } from "@/lib/screening/calibration/schema";
import { calibrate } from "@/lib/screening/queries";

type CalibrationViewProps = { position: { id: string; title: string }; candidates: CalibrationCandidate[] };

/** The person orders some candidates without seeing their scores; then it is shown how far the board agrees. */
export function CalibrationView({ position, candidates }: CalibrationViewProps) {
  const t = useTranslations("calibration");
  const [order, setOrder] = useState(candidates);
  const list = useRef<HTMLOListElement>(null);
  const movedId = useRef<string | null>(null);
  const compare = useMutation({
    mutationFn: () =>
      calibrate(
        position.id,
        order.map(({ applicationId }) => applicationId),
      ),
  });

  useEffect(() => {
    if (!movedId.current) return;
    list.current?.querySelector<HTMLElement>(`[data-id="${movedId.current}"]`)?.focus();
    movedId.current = null;
  });

  const move = (index: number, by: number) => {
    const to = index + by;
    const next = [...order];
    const [candidate] = next.splice(index, 1);
    if (!candidate || to < 0 || to >= order.length) return;
    next.splice(to, 0, candidate);
    movedId.current = candidate.applicationId;
    setOrder(next);
    compare.reset();
  };
  const onKey = (event: KeyboardEvent, index: number) => {
    const by =
      event.key === "ArrowUp" || event.key === "k" ? -1 : event.key === "ArrowDown" || event.key === "j" ? 1 : 0;
    if (by === 0 || event.target !== event.currentTarget) return;
    event.preventDefault();
    if (event.altKey) move(index, by);
    else (event.currentTarget.parentElement?.children[index + by] as HTMLElement | undefined)?.focus();
  };

  return (
    <>
      <PageHeader
        actions={
          order.length >= 3 && (
            <Button disabled={compare.isPending} onClick={() => compare.mutate()} variant="primary">
              {t("compare")}
            </Button>
          )
        }
        note={
          <Link className="hover:underline" href={`/positions/${position.id}/board`}>
            {position.title}
          </Link>
        }
        title={t("title")}
      />
      {order.length < 3 ? (
        <Empty text={t("too_few_hint")} title={t("too_few")} />
      ) : (
        <div className="grid grid-cols-1 gap-x-8 gap-y-6 p-5 max-sm:p-4 xl:grid-cols-2">
          <section aria-labelledby="order">
            <h2 className="font-semibold text-lg" id="order">
              {t("order")}
            </h2>
            <p className="mb-2 text-ink-soft text-sm">{t("order_hint")}</p>
            <ol ref={list}>
              {order.map((candidate, index) => (
                <li
                  className="flex items-center gap-3 border-line border-t px-1 py-2 last:border-b focus-visible:bg-hover"
                  data-id={candidate.applicationId}
                  key={candidate.applicationId}
                  onKeyDown={(event) => onKey(event, index)}
                  tabIndex={0}
                >
                  <span className="tabular w-5 text-right text-ink-faint text-sm">{index + 1}</span>
                  <CandidateLines candidate={candidate} />
                  <MoveButton
                    disabled={index === 0}
                    label={t("up", { name: nameOf(candidate) })}
                    onClick={() => move(index, -1)}
                  >
                    <ArrowUp className="size-4" />
                  </MoveButton>
                  <MoveButton
                    disabled={index === order.length - 1}
                    label={t("down", { name: nameOf(candidate) })}
                    onClick={() => move(index, 1)}
                  >
                    <ArrowDown className="size-4" />
                  </MoveButton>
                </li>
              ))}
            </ol>
          </section>
          <section aria-live="polite">
            {compare.error && <Problem>{compare.error.message}</Problem>}
            {compare.data && <CalibrationResult calibration={compare.data} />}
          </section>
        </div>
      )}
    </>
  );
}

function nameOf({ candidateName, fileName }: CalibrationCandidate) {
  return candidateName ?? fileName;
}

function CandidateLines({ candidate }: { candidate: CalibrationCandidate }) {
  const t = useTranslations("calibration");
  const { currentTitle, currentCompany, yearsOfWork, resumeId } = candidate;
  const years = yearsOfWork === null ? null : t("years", { years: yearsOfWork });
  return (
    <div className="min-w-0 flex-1">
      <Link className="font-medium hover:underline" href={`/resumes/${resumeId}`} target="_blank">
        {nameOf(candidate)}
      </Link>
      <p className="truncate text-ink-soft text-sm">
        {[currentTitle, currentCompany, years].filter(Boolean).join(" · ")}
      </p>
    </div>
  );
}

type MoveButtonProps = { label: string; disabled: boolean; onClick: () => void; children: React.ReactNode };

function MoveButton({ label, disabled, onClick, children }: MoveButtonProps) {
  return (
    <Button aria-label={label} disabled={disabled} onClick={onClick} size="smallIcon" title={label} variant="quiet">
      {children}
    </Button>
  );
}

function CalibrationResult({ calibration }: { calibration: Calibration }) {
  const t = useTranslations("calibration");
  const format = useFormatter();
  const { tau, pairs, agreeing, disagreements, requirements } = calibration;
  const level = tau === null ? "none" : tau >= 0.7 ? "strong" : tau >= 0.4 ? "fair" : tau >= 0 ? "weak" : "opposite";
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h2 className="font-semibold text-lg">{t("agreement")}</h2>
        <p className="tabular text-2xl">
          {tau === null ? "–" : `τ ${format.number(tau, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`}
        </p>
        <p className="text-ink-soft text-sm">
          {t(`level_${level}`)} {t("pairs", { agreeing, pairs })}
        </p>
      </div>
      {requirements.length > 0 && (
        <div>
          <h3 className="font-medium">{t("behind")}</h3>
          <ul className="text-sm">
            {requirements.map(({ key, text, weight, count }) => (
              <li className="flex gap-2 border-line border-t py-1.5" key={key}>
                <span className="min-w-0 flex-1 break-words">{text}</span>
                <span className="tabular text-ink-faint">{t("weight", { weight })}</span>
                <span className="tabular">{t("times", { count })}</span>
              </li>
            ))}
          </ul>
          <p className="mt-1 text-ink-soft text-sm">{t("behind_hint")}</p>
        </div>
      )}
      {disagreements.length > 0 && (
        <div>
          <h3 className="font-medium">{t("disagreements")}</h3>
          <ul className="text-sm">
            {disagreements.map((one) => (
              <DisagreementLine disagreement={one} key={`${one.preferred.applicationId} ${one.other.applicationId}`} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function DisagreementLine({ disagreement: { preferred, other, requirement } }: { disagreement: Disagreement }) {
  const t = useTranslations("calibration");
  return (
    <li className="border-line border-t py-1.5">
      <p>{t("line", { preferred: preferred.name, other: other.name })}</p>
      <p className="flex flex-wrap items-center gap-1.5 text-ink-soft">
        {requirement ? requirement.text : t("not_by_requirement")}
        {preferred.mark && other.mark && (
          <>
            <VerdictMark mark={preferred.mark} />
            {preferred.name}
            <VerdictMark mark={other.mark} />
            {other.name}
          </>
        )}
      </p>
    </li>
  );
}
