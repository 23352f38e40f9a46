"use client";

import { Mic, MicOff, MonitorUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { LiveStore } from "@/components/interview/live-store";
import { hasBrowserSpeech, startBrowserRecogniser } from "@/components/interview/speech/browser-recogniser";
import { canShareTab } from "@/components/interview/speech/capture";
import { startEndpointRecogniser } from "@/components/interview/speech/endpoint-recogniser";
import type { Heard, Recogniser, RecogniserProblem } from "@/components/interview/speech/recogniser";
import { Button } from "@/components/ui/button";
import type { InterviewDetail } from "@/lib/interview/page-schema";

type SpeechBarProps = { interview: InterviewDetail; store: LiveStore; turnId: string | null };

/** Turns listening on and off. Without the candidate's consent there is nothing to turn on. */
export function SpeechBar({ interview, store, turnId }: SpeechBarProps) {
  const t = useTranslations("interview");
  const [ways, setWays] = useState<{ browser: boolean; tab: boolean } | null>(null);
  const [isListening, setListening] = useState(false);
  const [problem, setProblem] = useState<RecogniserProblem | null>(null);
  const recogniser = useRef<Recogniser | null>(null);
  // What is heard belongs to the question that stands when it is begun to be said.
  const asked = useRef(turnId);
  asked.current = turnId;
  const turnOf = useRef(new Map<string, string>());

  useEffect(() => setWays({ browser: hasBrowserSpeech(), tab: canShareTab() }), []);
  useEffect(() => () => recogniser.current?.stop(), []);

  function onHeard({ id, isComplete: _isComplete, ...heard }: Heard) {
    const turn = turnOf.current.get(id) ?? asked.current;
    if (!turn) return;
    turnOf.current.set(id, turn);
    setProblem(null);
    store.say({ id, turnId: turn, ...heard });
  }

  async function begin(way: "microphone" | "tab" | "browser") {
    setProblem(null);
    const options = {
      seconds: store.seconds,
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
          : await startEndpointRecogniser({ ...options, interviewId: interview.id, withTab: way === "tab" });
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

  const hasAgreed = interview.consent !== null && interview.consent.way !== "none";
  if (!hasAgreed || !ways || interview.isPractice) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      {isListening ? (
        <Button aria-pressed="true" onClick={end} size="sm">
          <MicOff aria-hidden="true" />
          {t("stop_listening")}
        </Button>
      ) : (
        <>
          {interview.hasTranscription && (
            <Button onClick={() => void begin("microphone")} size="sm">
              <Mic aria-hidden="true" />
              {t("listen_microphone")}
            </Button>
          )}
          {interview.hasTranscription && ways.tab && (
            <Button onClick={() => void begin("tab")} size="sm">
              <MonitorUp aria-hidden="true" />
              {t("listen_tab")}
            </Button>
          )}
          {!interview.hasTranscription && ways.browser && (
            <Button onClick={() => void begin("browser")} size="sm" title={t("browser_notice")}>
              <Mic aria-hidden="true" />
              {t("listen_browser")}
            </Button>
          )}
        </>
      )}
      <span aria-live="polite" className={problem ? "text-danger" : "text-ink-faint"}>
        {problem
          ? t(`speech_${problem}`)
          : isListening
            ? t(turnId ? "listening" : "listening_unasked")
            : !interview.hasTranscription && ways.browser && t("browser_notice")}
      </span>
    </div>
  );
}
