"use client";

import { useEffect, useRef, useState } from "react";
import type { LiveStore } from "@/components/interview/live-store";
import { startBrowserRecogniser } from "@/components/interview/speech/browser-recogniser";
import { startEndpointRecogniser } from "@/components/interview/speech/endpoint-recogniser";
import type { Heard, Recogniser, RecogniserProblem } from "@/components/interview/speech/recogniser";
import { createSpeechQueue, type SpeechQueueState } from "@/components/interview/speech/speech-queue";
import type { InterviewDetail } from "@/lib/interview/page-schema";

export type ListeningWay = "microphone" | "tab" | "browser";

type UseSpeech = { interview: InterviewDetail; userId: string; store: LiveStore; turnId: string | null };

/** Listens, and has what was said recognised: in this page, and what a page closed before left behind. */
export function useSpeech({ interview, userId, store, turnId }: UseSpeech) {
  const [isListening, setListening] = useState(false);
  const [problem, setProblem] = useState<RecogniserProblem | null>(null);
  const [queued, setQueued] = useState<SpeechQueueState>({ waiting: 0, isUnreachable: false });
  const recogniser = useRef<Recogniser | null>(null);
  const asked = useRef(turnId);
  asked.current = turnId;
  const [queue] = useState(() => {
    return createSpeechQueue({ interviewId: interview.id, userId, onHeard, onChange: setQueued });
  });

  useEffect(() => queue.start(), [queue]);
  useEffect(() => () => recogniser.current?.stop(), []);

  function onHeard(heard: Heard) {
    setProblem(null);
    return store.say(heard);
  }

  async function begin(way: ListeningWay) {
    setProblem(null);
    const options = {
      seconds: store.seconds,
      turnId: () => asked.current,
      onHeard,
      onProblem: (what: RecogniserProblem) => {
        setProblem(what);
        if (what === "ended" || what === "denied") end();
      },
    };
    try {
      recogniser.current =
        way === "browser"
          ? startBrowserRecogniser({ ...options, language: interview.language })
          : await startEndpointRecogniser({ ...options, interviewId: interview.id, queue, withTab: way === "tab" });
      setListening(true);
    } catch {
      setProblem("denied");
    }
  }

  function end() {
    recogniser.current?.stop();
    recogniser.current = null;
    setListening(false);
  }

  return {
    ...{ isListening, begin, end, waiting: queued.waiting },
    problem: problem ?? (queued.isUnreachable ? ("unreachable" as const) : null),
    /** Stops listening and waits until all is recognised; false when something is left after `longestMs`. */
    finish(longestMs: number) {
      end();
      return queue.drain(longestMs);
    },
    giveUp: queue.clear,
  };
}
export type Speech = ReturnType<typeof useSpeech>;
