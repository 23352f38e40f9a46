"use client";

import { QueryClient, QueryClientProvider, useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/notices";
import { type AnswerMemory, recallAnswers, rememberAnswers } from "@/components/video/answer/answer-memory";
import { AnswerRecorder } from "@/components/video/answer/answer-recorder";
import { useCamera } from "@/components/video/answer/use-camera";
import { callApi, noContent } from "@/lib/api/call-api";
import { capturePoster, toBase64 } from "@/lib/video/capture-poster";
import type { OpenInvite, RecordingEvent } from "@/lib/video/invites/schema";
import { sendInParts } from "@/lib/video/uploads/send-in-parts";

type AnswerFlowProps = { invite: OpenInvite; token: string };

/** Consent, a look at camera and microphone, one question after the other, done. */
export function AnswerFlow(props: AnswerFlowProps) {
  // Outside the workspace there is no other.
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <Answering {...props} />
    </QueryClientProvider>
  );
}

function Answering({ invite, token }: AnswerFlowProps) {
  const t = useTranslations("answer");
  const address = `/api/v1/answers/${token}`;
  const { questions } = invite;
  const camera = useCamera();
  const preview = useRef<HTMLVideoElement>(null);
  const poster = useRef<string | null>(null);
  const [stage, setStage] = useState<"consent" | "check" | "answer" | "done">(
    invite.hasConsented ? "check" : "consent",
  );
  const [uploadIds, setUploadIds] = useState<string[]>([]);
  const [events, setEvents] = useState<RecordingEvent[]>([]);
  const [share, setShare] = useState(0);
  const [hasAgreed, setAgreed] = useState(false);
  const agreement = useRef<HTMLInputElement>(null);
  // Ticked before the page was alive.
  useEffect(() => setAgreed(agreement.current?.checked ?? false), []);
  const at = uploadIds.length;
  const question = questions[at];

  useEffect(() => {
    // Given again it would begin anew, dark for a moment, with every move of the loudness.
    if (preview.current && preview.current.srcObject !== camera.stream) preview.current.srcObject = camera.stream;
  });

  // After a reload, on with the first question that has no answer yet.
  const recalled = useRef(false);
  useEffect(() => {
    if (recalled.current || !invite.hasConsented) return;
    recalled.current = true;
    void recallAnswers(token, address).then((known) => {
      if (!known || known.uploadIds.length > questions.length) return;
      poster.current = known.poster;
      setUploadIds(known.uploadIds);
      setEvents(known.events);
      if (known.uploadIds.length === questions.length) {
        setStage("answer");
        finish.mutate(known);
      }
    });
  });

  const consent = useMutation({
    mutationFn: () => callApi(`${address}/consent`, noContent, { method: "POST", json: {} }),
    onSuccess: () => setStage("check"),
  });
  const send = useMutation({
    mutationFn: async (file: Blob) => {
      if (at === 0) poster.current = await capturePoster(file).then(toBase64);
      return sendInParts({ address: `${address}/uploads`, file, description: {}, memory: null, onProgress: setShare });
    },
    onSuccess: ({ id }) => {
      setShare(0);
      const all = [...uploadIds, id];
      setUploadIds(all);
      rememberAnswers(token, { uploadIds: all, events, poster: poster.current });
      if (all.length === questions.length) finish.mutate({ uploadIds: all, events });
    },
  });
  const finish = useMutation({
    mutationFn: (sent: Pick<AnswerMemory, "uploadIds" | "events">) =>
      callApi(`${address}/video`, noContent, {
        method: "POST",
        json: { uploadIds: sent.uploadIds, events: sent.events, poster: poster.current },
      }),
    onSuccess: () => {
      camera.close();
      rememberAnswers(token, null);
      setStage("done");
    },
  });

  if (stage === "done")
    return (
      <>
        <h1 className="mb-1 font-semibold text-xl">{t("done_title")}</h1>
        <p className="text-ink-soft text-sm">{t("done_text")}</p>
      </>
    );
  if (stage === "consent")
    return (
      <section className="flex flex-col gap-4">
        <h1 className="font-semibold text-xl">{t("title")}</h1>
        <p className="text-sm">{t("intro", { position: invite.positionApplied, count: questions.length })}</p>
        <p className="text-ink-soft text-sm">{t("consent_text")}</p>
        <label className="flex items-start gap-2 text-sm">
          <input
            checked={hasAgreed}
            className="mt-0.5"
            ref={agreement}
            onChange={(event) => setAgreed(event.target.checked)}
            type="checkbox"
          />
          {t("agree")}
        </label>
        {consent.error && <Problem>{consent.error.message}</Problem>}
        <Button disabled={!hasAgreed || consent.isPending} onClick={() => consent.mutate()} size="lg" variant="primary">
          {t("continue")}
        </Button>
      </section>
    );

  return (
    <section className="flex flex-col gap-4">
      <h1 className="font-semibold text-xl">
        {stage === "check"
          ? t("check_title")
          : t("question_of", { number: Math.min(at + 1, questions.length), total: questions.length })}
      </h1>
      <video
        aria-label={t("preview")}
        autoPlay
        className="aspect-4/3 w-full -scale-x-100 rounded-md bg-black"
        muted
        playsInline
        ref={preview}
      />
      {stage === "check" ? (
        <>
          {camera.problem && <Problem>{t(`camera_${camera.problem}`)}</Problem>}
          {camera.stream ? (
            <>
              <meter aria-label={t("level")} className="w-full" max={1} min={0} value={camera.level} />
              <p className="text-ink-soft text-sm">{t("check_text")}</p>
              {at > 0 && <p className="text-sm">{t("answers_safe", { count: at })}</p>}
              <Button onClick={() => setStage("answer")} size="lg" variant="primary">
                {t(at > 0 ? "go_on" : "begin")}
              </Button>
            </>
          ) : (
            <Button onClick={() => void camera.open()} size="lg" variant="primary">
              {t("open_camera")}
            </Button>
          )}
        </>
      ) : question ? (
        <AnswerRecorder
          error={send.error}
          isSending={send.isPending}
          key={at}
          number={at}
          onEvent={(event) => setEvents((known) => [...known, event].slice(0, 500))}
          onSend={(blob) => send.mutate(blob)}
          question={question}
          share={share}
          stream={camera.stream}
        />
      ) : finish.error ? (
        <>
          <Problem>{finish.error.message}</Problem>
          <Button onClick={() => finish.mutate({ uploadIds, events })} size="lg" variant="primary">
            {t("try_again")}
          </Button>
        </>
      ) : (
        <p aria-live="polite" className="text-sm">
          {t("finishing")}
        </p>
      )}
    </section>
  );
}
