"use client";

import { Mic, MicOff, MonitorUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Speech } from "@/components/interview/console/use-speech";
import { hasBrowserSpeech } from "@/components/interview/speech/browser-recogniser";
import { canShareTab } from "@/components/interview/speech/capture";
import { Button } from "@/components/ui/button";
import type { InterviewDetail } from "@/lib/interview/page-schema";

/** Turns listening on and off. Without the candidate's consent there is nothing to turn on. */
export function SpeechBar({ interview, speech }: { interview: InterviewDetail; speech: Speech }) {
  const t = useTranslations("interview");
  const [ways, setWays] = useState<{ browser: boolean; tab: boolean } | null>(null);
  useEffect(() => setWays({ browser: hasBrowserSpeech(), tab: canShareTab() }), []);

  const { isListening, problem, waiting, begin, end } = speech;
  const hasAgreed = interview.consent !== null && interview.consent.way !== "none";
  if (!hasAgreed || !ways || interview.isPractice) return null;
  const says = [
    problem ? t(`speech_${problem}`) : isListening && t("listening"),
    waiting > 0 && (problem || !isListening) && t("speech_waiting", { count: waiting }),
    !problem && !isListening && !interview.hasTranscription && ways.browser && t("browser_notice"),
  ];
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
        {says.filter(Boolean).join(" ")}
      </span>
    </div>
  );
}
