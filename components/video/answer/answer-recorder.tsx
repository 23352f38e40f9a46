"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/notices";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useRecorder } from "@/components/video/answer/use-recorder";
import type { InviteQuestion, RecordingEvent } from "@/lib/video/invites/schema";

type AnswerRecorderProps = {
  question: InviteQuestion;
  number: number;
  stream: MediaStream | null;
  isSending: boolean;
  share: number;
  error: Error | null;
  onEvent: (event: RecordingEvent) => void;
  onSend: (recording: Blob) => void;
};

/** One question: answered within its time, looked at, recorded again or sent. */
export function AnswerRecorder({ question, number, stream, isSending, share, error, ...on }: AnswerRecorderProps) {
  const t = useTranslations("answer");
  const { start, stop, seconds, isRecording, isStopping, recording } = useRecorder(stream, question.seconds);
  const { onEvent, onSend } = on;
  const since = useRef(0);
  const now = useRef(0);
  now.current = seconds ?? 0;

  // What happens beside an answer is listed for the people who look at it, and told to the candidate beforehand.
  useEffect(() => {
    if (!isRecording) return;
    const note = (kind: RecordingEvent["kind"], at: number, durationSeconds: number | null) =>
      onEvent({ kind, question: number, seconds: Math.round(at), durationSeconds });
    const turned = () => {
      if (document.hidden) since.current = performance.now();
      else note("tab_left", now.current, Math.round((performance.now() - since.current) / 1000));
    };
    const pasted = () => note("paste", now.current, null);
    document.addEventListener("visibilitychange", turned);
    document.addEventListener("paste", pasted);
    return () => {
      document.removeEventListener("visibilitychange", turned);
      document.removeEventListener("paste", pasted);
    };
  }, [isRecording, number, onEvent]);

  const url = useMemo(() => (recording ? URL.createObjectURL(recording.blob) : null), [recording]);
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  const left = Math.max(0, Math.ceil(question.seconds - (seconds ?? 0)));

  return (
    <>
      <p className="text-lg">{question.text}</p>
      {isRecording ? (
        <>
          <p className="tabular text-sm" role="timer">
            {t("seconds_left", { count: left })}
          </p>
          <Button disabled={isStopping} onClick={stop} size="lg" variant="primary">
            {t("stop")}
          </Button>
        </>
      ) : recording && url ? (
        <>
          {/* biome-ignore lint/a11y/useMediaCaption: what one has just said oneself */}
          <video
            aria-label={t("review")}
            className="aspect-4/3 w-full rounded-md bg-black"
            controls
            playsInline
            src={url}
          />
          {error && <Problem>{error.message}</Problem>}
          {isSending && <ProgressBar label={t("sending")} share={share} />}
          <div className="flex flex-wrap gap-2">
            <Button disabled={isSending} onClick={() => onSend(recording.blob)} size="lg" variant="primary">
              {isSending ? t("sending") : t("send")}
            </Button>
            <Button
              disabled={isSending}
              onClick={() => {
                onEvent({
                  kind: "recorded_again",
                  question: number,
                  seconds: Math.round(recording.seconds),
                  durationSeconds: null,
                });
                start();
              }}
              size="lg"
            >
              {t("again")}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="text-ink-soft text-sm">{t("time_for", { count: question.seconds })}</p>
          <Button disabled={!stream} onClick={start} size="lg" variant="primary">
            {t("record")}
          </Button>
        </>
      )}
    </>
  );
}
