"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { InterestPoints } from "@/components/interview/plan/interest-points";
import { PlanQuestionRow } from "@/components/interview/plan/plan-question-row";
import { TemplateButton } from "@/components/interview/plan/template-button";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import type { InterviewDetail } from "@/lib/interview/page-schema";
import { addModelQuestions, interviewQuery, replanInterview, savePlan } from "@/lib/interview/queries";
import type { PlanQuestion, PlanSection } from "@/lib/interview/schema";

/** The plan as sections of questions: written over, moved, left out, added to. */
export default function PlanEditor({ interview }: { interview: InterviewDetail }) {
  const t = useTranslations("interview");
  const toast = useToast();
  const queryClient = useQueryClient();
  const [sections, setSections] = useState(interview.plan.sections);
  const isChanged = sections !== interview.plan.sections;
  const { queryKey } = interviewQuery(interview.id);
  const save = useMutation({
    mutationFn: () => savePlan(interview.id, { sections, baseVersion: interview.planVersion }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey });
      toast(t("plan_saved"));
    },
  });
  const replan = useMutation({
    mutationFn: () => replanInterview(interview.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  });
  const addByModel = useMutation({
    mutationFn: () => addModelQuestions(interview.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  });
  const setSection = (key: string, change: Partial<PlanSection>) =>
    setSections((all) => all.map((section) => (section.key === key ? { ...section, ...change } : section)));
  const minutes = sections.reduce((sum, section) => sum + section.minutes, 0);
  const error = save.error ?? replan.error ?? addByModel.error;

  return (
    <div className="flex max-w-260 flex-col gap-6 p-5 max-sm:p-4">
      <div className="flex flex-wrap items-center gap-2">
        <p className="tabular mr-auto text-ink-soft text-sm">
          {t("plan_length", { minutes, planned: interview.minutes })}
        </p>
        {interview.state === "planned" && (
          <Button disabled={replan.isPending} onClick={() => replan.mutate()}>
            {t("replan")}
          </Button>
        )}
        {interview.model && (
          <Button disabled={isChanged || addByModel.isPending} onClick={() => addByModel.mutate()}>
            {t("add_by_model", { model: interview.model })}
          </Button>
        )}
        <TemplateButton interviewId={interview.id} />
        <Button disabled={!isChanged || save.isPending} onClick={() => save.mutate()} variant="primary">
          {t("save_plan")}
        </Button>
      </div>
      {error && <Problem>{error.message}</Problem>}
      <InterestPoints points={interview.plan.interestPoints} />
      {sections.map((section) => (
        <section aria-label={section.title} key={section.key}>
          <header className="flex items-center gap-3 border-line border-b pb-2">
            <h2 className="min-w-0 flex-1 font-semibold">{section.title}</h2>
            <span className="flex items-center gap-1.5 text-ink-soft text-sm">
              <Input
                aria-label={t("minutes_of", { section: section.title })}
                className="w-16"
                max={240}
                min={0}
                onChange={(event) => setSection(section.key, { minutes: Math.max(0, Number(event.target.value) || 0) })}
                type="number"
                value={section.minutes}
              />
              {t("minutes")}
            </span>
          </header>
          <ol className="flex flex-col">
            {section.questions.map((question, index) => (
              <PlanQuestionRow
                canMoveDown={index < section.questions.length - 1}
                canMoveUp={index > 0}
                key={question.key}
                onChange={(change) =>
                  setSection(section.key, {
                    questions: section.questions.map((one) => (one.key === question.key ? { ...one, ...change } : one)),
                  })
                }
                onMove={(by) => setSection(section.key, { questions: moved(section.questions, index, by) })}
                onRemove={() =>
                  setSection(section.key, { questions: section.questions.filter(({ key }) => key !== question.key) })
                }
                question={question}
                requirement={interview.requirements.find(({ key }) => key === question.requirementKey)?.text}
              />
            ))}
          </ol>
          <Button
            className="mt-2"
            onClick={() => setSection(section.key, { questions: [...section.questions, ownQuestion()] })}
            size="sm"
            variant="quiet"
          >
            <Plus aria-hidden="true" />
            {t("add_question")}
          </Button>
        </section>
      ))}
    </div>
  );
}

function moved(questions: PlanQuestion[], index: number, by: 1 | -1): PlanQuestion[] {
  const all = [...questions];
  const [question] = all.splice(index, 1);
  if (question) all.splice(index + by, 0, question);
  return all;
}

function ownQuestion(): PlanQuestion {
  return {
    ...{ key: crypto.randomUUID(), text: "", listenFor: [], difficulty: 5, skills: [], followUps: [] },
    ...{ requirementKey: null, quote: null, source: "own", bankId: null, reason: null },
  };
}
