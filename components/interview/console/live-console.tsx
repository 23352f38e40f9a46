"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { AnswerBox } from "@/components/interview/console/answer-box";
import { Conversation } from "@/components/interview/console/conversation";
import { CoverageList } from "@/components/interview/console/coverage-list";
import { InterviewTimer } from "@/components/interview/console/interview-timer";
import { NotesPad } from "@/components/interview/console/notes-pad";
import { OwnQuestion } from "@/components/interview/console/own-question";
import { ResumeContradictions } from "@/components/interview/console/resume-contradictions";
import { SpeechBar } from "@/components/interview/console/speech-bar";
import { SuggestionBar } from "@/components/interview/console/suggestion-bar";
import { useLive } from "@/components/interview/console/use-live";
import { useModelSuggestion } from "@/components/interview/console/use-model-suggestion";
import { useSpeech } from "@/components/interview/console/use-speech";
import { useSuggestion } from "@/components/interview/console/use-suggestion";
import { Button } from "@/components/ui/button";
import { isTyping } from "@/components/ui/is-typing";
import { Problem } from "@/components/ui/notices";
import type { InterviewDetail, LiveInterview } from "@/lib/interview/page-schema";
import { finishInterview, interviewsKey, practise } from "@/lib/interview/queries";
import type { AskedQuestion } from "@/lib/interview/schema";

/** What was said last is recognised in less, where the recogniser answers at all. */
const longestDrainMs = 20_000;

/** Of a question that comes from no plan. */
const unplanned = { planKey: null, requirementKey: null, skills: [], difficulty: 5 };

type LiveConsoleProps = { interview: InterviewDetail; initial: LiveInterview; userId: string };

/** The screen of a conversation: the question, one that could come next, what is missing, notes. Nothing else. */
export function LiveConsole({ interview, initial, userId }: LiveConsoleProps) {
  const t = useTranslations("interview");
  const router = useRouter();
  const queryClient = useQueryClient();
  const { store, live, turns, notes, waiting, isOffline, refusal } = useLive({ interview, initial, userId });
  const [isOwn, setOwn] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [isEnding, setEnding] = useState(false);
  const isGivenUp = useRef(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const pad = useRef<HTMLTextAreaElement>(null);
  const current = turns.at(-1);
  const speech = useSpeech({ interview, userId, store, turnId: current?.id ?? null });
  const suggestion = useSuggestion(live, turns);
  const byModel = useModelSuggestion(interview.id);
  const planned = interview.plan.sections.reduce((count, { questions }) => count + questions.length, 0);

  function ask(question: AskedQuestion) {
    setOwn(false);
    byModel.clear();
    const turnId = store.ask(question);
    if (interview.isPractice) void hearPractice(turnId);
  }

  async function hearPractice(turnId: string) {
    if (!(await store.flush())) return setFailure(t("practice_offline"));
    await practise(interview.id, turnId).then(store.take, (error: Error) => setFailure(error.message));
  }

  const askModels = () => ask({ text: byModel.text.trim().slice(0, 1000), ...unplanned, source: "model" });
  const wantsModel = useRef(false);
  const askLatest = useRef(askModels);
  askLatest.current = askModels;
  useEffect(() => {
    if (byModel.isUsable && wantsModel.current) askLatest.current();
    wantsModel.current = false;
  }, [byModel.isUsable]);

  function use() {
    if (byModel.text && byModel.isUsable) return askModels();
    // Pressed while it is still being written: asked when it is there.
    wantsModel.current = byModel.isBusy;
    if (byModel.isBusy || !suggestion.shown) return;
    const { key: _key, reason: _reason, ...question } = suggestion.shown;
    ask(question);
  }

  function step(by: 1 | -1) {
    byModel.clear();
    suggestion.step(by);
  }

  async function finish() {
    setEnding(true);
    setFailure(null);
    try {
      // Asked a second time, the interview ends without what could not be recognised.
      if (!(await speech.finish(isGivenUp.current ? 0 : longestDrainMs))) {
        if (!isGivenUp.current) {
          isGivenUp.current = true;
          throw new Error(t("finish_unheard"));
        }
        await speech.giveUp();
      }
      if (!(await store.flush())) throw new Error(t("finish_offline"));
      await finishInterview(interview.id);
      await queryClient.invalidateQueries({ queryKey: interviewsKey });
      router.push(`/interviews/${interview.id}`);
      router.refresh();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      setEnding(false);
    }
  }

  useConsoleKeys({
    Enter: use,
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    r: suggestion.newest,
    m: () => interview.model && void byModel.ask(),
    a: () => setOwn(true),
    n: () => pad.current?.focus(),
    t: () => box.current?.focus(),
  });

  return (
    <div className="flex h-dvh flex-col max-[899px]:h-[calc(100dvh-4rem)]">
      <header className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-5 py-1.5 max-sm:px-4">
        <h1 className="min-w-0 truncate font-medium text-sm">
          {interview.candidateName} · {interview.positionTitle}
        </h1>
        {interview.isPractice && (
          <span className="rounded-sm bg-accent-soft px-1.5 text-accent text-xs">{t("practice_mark")}</span>
        )}
        <span aria-live="polite" className="text-sm text-warn">
          {isOffline && !refusal && t("offline", { count: waiting })}
        </span>
        <span className="ml-auto" />
        <InterviewTimer minutes={interview.minutes} seconds={store.seconds} />
        <Button disabled={isEnding || turns.length === 0} onClick={() => void finish()} size="sm">
          {t("finish")}
        </Button>
      </header>
      {(failure ?? refusal) && (
        <div className="px-5 pt-3 max-sm:px-4">
          <Problem>{failure ?? refusal}</Problem>
        </div>
      )}
      <div className="flex min-h-0 flex-1 max-[899px]:flex-col">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <CoverageList
            className="border-line border-b px-4 py-2 min-[900px]:hidden"
            coverage={live.coverage}
            requirements={interview.requirements}
          />
          <section
            aria-label={t("current_question")}
            className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto bg-canvas px-5 py-4 max-sm:px-4"
          >
            <p className="tabular text-ink-faint text-sm">
              {t("round", { round: current?.round ?? 0, planned: Math.max(planned, current?.round ?? 0) })}
            </p>
            <p className="font-medium text-[28px] leading-tight max-sm:text-xl">
              {current?.question.text ?? t("not_asked")}
            </p>
            {current && <Conversation onEdit={store.say} turn={current} />}
            <p aria-live="polite" className="min-h-5 text-ink-soft text-sm">
              {(live.answerKind === "clarification" || live.answerKind === "counter_question") &&
                live.turns.at(-1)?.id === current?.id &&
                t(`answer_${live.answerKind}`)}
            </p>
            {current && !interview.isPractice && (
              <div className="mt-auto flex flex-col gap-2">
                <SpeechBar interview={interview} speech={speech} />
                <AnswerBox box={box} key={current.id} store={store} turnId={current.id} />
              </div>
            )}
          </section>
          {isOwn ? (
            <OwnQuestion onAsk={(text) => ask({ text, ...unplanned, source: "own" })} onClose={() => setOwn(false)} />
          ) : (
            <SuggestionBar
              hasNewer={suggestion.hasNewer}
              model={interview.model ? { ...byModel, name: interview.model, onAsk: () => void byModel.ask() } : null}
              onNewest={suggestion.newest}
              onOwn={() => setOwn(true)}
              onStep={step}
              onUse={use}
              shown={suggestion.shown}
            />
          )}
        </div>
        <aside
          aria-label={t("aside")}
          className="flex min-h-0 w-72 shrink-0 flex-col gap-5 overflow-y-auto border-line border-l bg-canvas px-4 py-4 max-[899px]:max-h-56 max-[899px]:w-auto max-[899px]:border-t max-[899px]:border-l-0"
        >
          <CoverageList className="max-[899px]:hidden" coverage={live.coverage} requirements={interview.requirements} />
          <ResumeContradictions contradictions={live.contradictions} />
          {live.participants.length > 1 && (
            <p className="text-ink-faint text-xs">
              {t("panel", { names: live.participants.map(({ name }) => name).join("、") })}
            </p>
          )}
          <NotesPad notes={notes} onChange={store.note} pad={pad} />
        </aside>
      </div>
    </div>
  );
}

type Keys = Record<string, () => void>;

/** Keys of the page, but not while somebody types or holds a button. */
function useConsoleKeys(keys: Keys) {
  const latest = useRef(keys);
  latest.current = keys;
  // Before the page is seen: whoever sees it may press at once.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.isComposing) return;
      // From the middle of an answer that is typed along, too.
      const isNext = event.key === "Enter" && (event.metaKey || event.ctrlKey);
      if (isTyping(event.target) && !isNext) return;
      const held = event.target instanceof HTMLElement ? event.target.closest("button, a, summary") : null;
      if (!isNext && ((event.key === "Enter" && held) || event.metaKey || event.ctrlKey)) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
