"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AnswerQuotes } from "@/components/interview/after/answer-quotes";
import { Button } from "@/components/ui/button";
import { Field, Input, Select, Textarea } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import type { InterviewDetail, ScorecardInput } from "@/lib/interview/page-schema";
import { interviewsKey, saveScorecard } from "@/lib/interview/queries";
import type { ScorecardLine } from "@/lib/interview/schema";

const advices = ["strong_yes", "yes", "no", "strong_no"] as const;

type ScorecardFormProps = { interview: InterviewDetail; lines: ScorecardLine[] };

/** One interviewer's own ratings, begun with what the answers show; nobody else sees them before they are submitted. */
export function ScorecardForm({ interview, lines }: ScorecardFormProps) {
  const t = useTranslations("interview");
  const queryClient = useQueryClient();
  const { own } = interview;
  const [card, setCard] = useState<ScorecardInput>(
    () =>
      own.scorecard ?? {
        lines: lines.map(({ requirementKey, rating }) => ({ requirementKey, rating, comment: "" })),
        recommendation: null,
        comment: "",
      },
  );
  const save = useMutation({
    mutationFn: (isSubmitted: boolean) => saveScorecard(interview.id, { ...card, isSubmitted }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: interviewsKey }),
  });
  const isOver = own.isSubmitted;
  const setLine = (key: string, change: Partial<ScorecardInput["lines"][number]>) =>
    setCard((now) => ({
      ...now,
      lines: now.lines.map((line) => (line.requirementKey === key ? { ...line, ...change } : line)),
    }));
  return (
    <section aria-label={t("scorecard")} className="flex flex-col gap-4">
      <header>
        <h2 className="font-semibold text-lg">{t("scorecard")}</h2>
        <p className="text-ink-soft text-sm">{t(isOver ? "scorecard_over" : "scorecard_text")}</p>
      </header>
      <ul className="border-line border-t">
        {lines.map(({ requirementKey, text, quotes, rating: shown }) => {
          const line = card.lines.find((one) => one.requirementKey === requirementKey);
          return (
            <li className="flex flex-col gap-2 border-line border-b py-3" key={requirementKey}>
              <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
                <span className="min-w-40 flex-1 font-medium text-sm">{text}</span>
                <span className="tabular text-ink-faint text-xs">
                  {shown === null ? t("answers_show_nothing") : t("answers_show", { rating: shown })}
                </span>
                <Select
                  aria-label={t("rating_of", { requirement: text })}
                  className="w-36"
                  disabled={isOver}
                  onChange={(event) =>
                    setLine(requirementKey, { rating: event.target.value ? Number(event.target.value) : null })
                  }
                  value={line?.rating ?? ""}
                >
                  <option value="">{t("not_rated")}</option>
                  {[1, 2, 3, 4].map((value) => (
                    <option key={value} value={value}>
                      {value} · {t(`rating_${value}` as "rating_1")}
                    </option>
                  ))}
                </Select>
              </div>
              <AnswerQuotes quotes={quotes} />
              <Input
                aria-label={t("comment_on", { requirement: text })}
                disabled={isOver}
                maxLength={2000}
                onChange={(event) => setLine(requirementKey, { comment: event.target.value })}
                placeholder={t("comment_placeholder")}
                value={line?.comment ?? ""}
              />
            </li>
          );
        })}
      </ul>
      <div className="grid grid-cols-[220px_1fr] gap-4 max-sm:grid-cols-1">
        <Field label={t("recommends")}>
          {(props) => (
            <Select
              {...props}
              disabled={isOver}
              onChange={(event) =>
                setCard({ ...card, recommendation: advices.find((one) => one === event.target.value) ?? null })
              }
              value={card.recommendation ?? ""}
            >
              <option value="">{t("not_rated")}</option>
              {advices.map((one) => (
                <option key={one} value={one}>
                  {t(`advice_${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("overall_comment")}>
          {(props) => (
            <Textarea
              {...props}
              disabled={isOver}
              maxLength={5000}
              onChange={(event) => setCard({ ...card, comment: event.target.value })}
              value={card.comment}
            />
          )}
        </Field>
      </div>
      {save.error && <Problem>{save.error.message}</Problem>}
      {!isOver && (
        <div className="flex justify-end gap-2">
          <Button disabled={save.isPending} onClick={() => save.mutate(false)}>
            {t("save_draft")}
          </Button>
          <Button
            disabled={save.isPending || card.recommendation === null}
            onClick={() => save.mutate(true)}
            variant="primary"
          >
            {t("submit_scorecard")}
          </Button>
        </div>
      )}
    </section>
  );
}
