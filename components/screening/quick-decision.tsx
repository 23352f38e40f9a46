"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { applicationStages, decisionOutcomes, type RejectionReason, rejectionReasons } from "@/lib/screening/kinds";
import { recentReasonsQuery } from "@/lib/screening/queries";
import type { BoardChoice } from "@/lib/screening/schema";

type QuickDecisionProps = {
  /** Who it is about. */
  subject: string;
  choice: BoardChoice;
  isBusy: boolean;
  error: Error | null;
  /** With what stands for it in the list, of a rejection. */
  onDecide: (reason: string, reasonCode: RejectionReason | null) => void;
  onCancel: () => void;
};

const offered = 5;

/** The reason for a choice, in a line: written, or one of the latest with the arrow keys; Enter records it. */
export function QuickDecision({ subject, choice, isBusy, error, onDecide, onCancel }: QuickDecisionProps) {
  const t = useTranslations("board_decision");
  const decision = useTranslations("decision");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState("");
  const [reasonCode, setReasonCode] = useState<RejectionReason | null>(null);
  const isRejection = choice === "reject" || choice === "rejected";
  const [wasTried, setTried] = useState(false);
  const [at, setAt] = useState(-1);
  const { data: recent = [] } = useQuery(recentReasonsQuery());
  const reasons = [...new Set(ownFirst(recent, choice).map((entry) => entry.reason))].slice(0, offered);
  const name = useChoiceName()(choice);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() && !isBusy) onDecide(reason.trim(), reasonCode);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || reasons.length === 0) return;
    event.preventDefault();
    const next = (Math.max(at, step > 0 ? -1 : 0) + step + reasons.length) % reasons.length;
    setAt(next);
    setReason(reasons[next] ?? "");
  };

  return (
    <form
      aria-label={t("title", { choice: name, subject })}
      className="flex flex-col gap-2 border-line border-t bg-surface px-5 py-2.5 text-sm max-sm:px-4 print:hidden"
      onKeyDown={onKeyDown}
      onSubmit={submit}
    >
      <div className="flex flex-wrap items-center gap-2">
        <label className="min-w-0 truncate" htmlFor={id}>
          <span className="font-medium">{name}</span> <span className="text-ink-soft">{subject}</span>
        </label>
        <Input
          aria-describedby={`${id}-note`}
          aria-invalid={wasTried && !reason.trim()}
          autoComplete="off"
          // The key or the button that chose asks for the reason next.
          autoFocus
          className="min-w-40 flex-1"
          id={id}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
          placeholder={t("placeholder")}
          ref={input}
          value={reason}
        />
        {isRejection && (
          <Select
            aria-label={decision("reason_code")}
            className="w-48"
            onChange={({ target }) => setReasonCode(rejectionReasons.find((code) => code === target.value) ?? null)}
            value={reasonCode ?? ""}
          >
            <option value="">{decision("choose_reason")}</option>
            {rejectionReasons.map((code) => (
              <option key={code} value={code}>
                {decision(`reason_${code}`)}
              </option>
            ))}
          </Select>
        )}
        <Button disabled={isBusy} type="submit" variant="primary">
          {decision("save")}
        </Button>
        <Button onClick={onCancel} variant="quiet">
          {t("cancel")}
        </Button>
      </div>
      <p className={wasTried && !reason.trim() ? "text-danger text-xs" : "text-ink-faint text-xs"} id={`${id}-note`}>
        {wasTried && !reason.trim() ? decision("reason_needed") : t(reasons.length > 0 ? "hint_recent" : "hint")}
      </p>
      {reasons.length > 0 && (
        <ul aria-label={t("recent")} className="flex flex-wrap gap-1.5">
          {reasons.map((known) => (
            <li className="max-w-full" key={known}>
              <button
                aria-pressed={known === reason}
                className="max-w-full truncate rounded-md border border-line px-2 py-0.5 text-ink-soft text-xs hover:bg-hover aria-pressed:border-accent aria-pressed:text-ink"
                onClick={() => {
                  setReason(known);
                  input.current?.focus();
                }}
                type="button"
              >
                {known}
              </button>
            </li>
          ))}
        </ul>
      )}
      {error && <Problem>{error.message}</Problem>}
    </form>
  );
}

/** How a choice is called: as a decision, or as the stage it leads to. */
export function useChoiceName() {
  const t = useTranslations("board_decision");
  const decision = useTranslations("decision");
  const stages = useTranslations("stages");
  return (choice: BoardChoice) => {
    const outcome = decisionOutcomes.find((key) => key === choice);
    const stage = applicationStages.find((key) => key === choice);
    return outcome ? decision(outcome) : stage ? t("move_to", { stage: stages(stage) }) : choice;
  };
}

/** What was given for the same outcome before, then the rest. */
function ownFirst<T extends { outcome: string }>(recent: T[], choice: BoardChoice): T[] {
  const outcome = choice === "rejected" ? "reject" : choice;
  return recent.toSorted((a, b) => Number(b.outcome === outcome) - Number(a.outcome === outcome));
}
