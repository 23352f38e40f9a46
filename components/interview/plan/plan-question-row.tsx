"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { QuestionConcerns } from "@/components/interview/console/question-concerns";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/field";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { PlanQuestion } from "@/lib/interview/schema";
import { sayInterview } from "@/lib/interview/statements";

type PlanQuestionRowProps = {
  question: PlanQuestion;
  /** What the position asks for that it would show. */
  requirement: string | undefined;
  canMoveUp: boolean;
  canMoveDown: boolean;
  onChange: (change: Partial<PlanQuestion>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

export function PlanQuestionRow(props: PlanQuestionRowProps) {
  const { question, requirement, canMoveUp, canMoveDown, onChange, onMove, onRemove } = props;
  const t = useTranslations("interview");
  const locale = useReaderLocale();
  return (
    <li className="flex flex-col gap-1 border-line border-b py-3">
      <div className="flex items-start gap-2">
        <Textarea
          aria-label={t("question")}
          className="field-sizing-content min-h-9 flex-1"
          maxLength={1000}
          onChange={(event) => onChange({ text: event.target.value })}
          value={question.text}
        />
        <Button
          aria-label={t("move_up")}
          disabled={!canMoveUp}
          onClick={() => onMove(-1)}
          size="smallIcon"
          variant="quiet"
        >
          <ArrowUp />
        </Button>
        <Button
          aria-label={t("move_down")}
          disabled={!canMoveDown}
          onClick={() => onMove(1)}
          size="smallIcon"
          variant="quiet"
        >
          <ArrowDown />
        </Button>
        <Button aria-label={t("leave_out")} onClick={onRemove} size="smallIcon" variant="quiet">
          <X />
        </Button>
      </div>
      <QuestionConcerns onUse={(text) => onChange({ text })} text={question.text} />
      <div className="flex flex-col gap-0.5 text-ink-soft text-sm">
        {question.reason && <p>{sayInterview(question.reason, locale)}</p>}
        {question.quote && (
          <blockquote className="border-line-strong border-l-2 pl-2">{question.quote.text}</blockquote>
        )}
        {question.listenFor.length > 0 && (
          <p>
            <span className="text-ink-faint">{t("listen_for")}</span> {question.listenFor.join(" · ")}
          </p>
        )}
        {requirement && (
          <p>
            <span className="text-ink-faint">{t("shows")}</span> {requirement}
          </p>
        )}
      </div>
    </li>
  );
}
