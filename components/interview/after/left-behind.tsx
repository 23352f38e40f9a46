"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useLive } from "@/components/interview/console/use-live";
import { useSpeech } from "@/components/interview/console/use-speech";
import { openChangesOutbox } from "@/components/interview/outbox";
import { openSpeechOutbox } from "@/components/interview/speech/speech-queue";
import type { InterviewDetail, LiveInterview } from "@/lib/interview/page-schema";
import { fetchLive, interviewsKey } from "@/lib/interview/queries";

type LeftBehindProps = { interview: InterviewDetail; userId: string };

/** What a tab that died had not sent when somebody ended the interview is added to it. */
export function LeftBehind({ interview, userId }: LeftBehindProps) {
  const interviewId = interview.id;
  const [initial, setInitial] = useState<LiveInterview | null>(null);
  useEffect(() => {
    const whose = { interviewId, userId };
    void Promise.all([openChangesOutbox(whose).load(), openSpeechOutbox(whose).load()])
      .then(([changes, speech]) => (changes.length + speech.length > 0 ? fetchLive(interviewId, 0) : null))
      .then(setInitial)
      // There is another visit.
      .catch(() => undefined);
  }, [interviewId, userId]);
  return initial && <Sending initial={initial} interview={interview} onDone={() => setInitial(null)} userId={userId} />;
}

type SendingProps = LeftBehindProps & { initial: LiveInterview; onDone: () => void };

function Sending({ interview, userId, initial, onDone }: SendingProps) {
  const t = useTranslations("interview");
  const queryClient = useQueryClient();
  const { store, waiting } = useLive({ interview, initial, userId });
  const speech = useSpeech({ interview, userId, store, turnId: null });
  const count = waiting + speech.waiting;
  const [hasBegun, setBegun] = useState(false);
  if (count > 0 && !hasBegun) setBegun(true);
  useEffect(() => {
    if (!hasBegun || count > 0) return;
    void queryClient.invalidateQueries({ queryKey: interviewsKey });
    onDone();
  }, [hasBegun, count, queryClient, onDone]);
  return (
    <p className="rounded-md bg-accent-soft px-3 py-2 text-sm" role="status">
      {t("left_behind", { count })}
    </p>
  );
}
