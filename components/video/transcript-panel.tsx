"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";
import { FileButton } from "@/components/ui/file-button";
import { Problem } from "@/components/ui/notices";
import { SpeakerList } from "@/components/video/speaker-list";
import { TranscriptLines } from "@/components/video/transcript-lines";
import { changeTranscript, removeTranscript, saveTranscript, startTranscription, videosKey } from "@/lib/video/queries";
import type { Transcript, VideoDetail } from "@/lib/video/schema";

const ConfirmDialog = dynamic(() => import("@/components/ui/confirm-dialog"), { ssr: false });
const TypeTranscriptDialog = dynamic(() => import("@/components/video/type-transcript-dialog"), { ssr: false });

type TranscriptPanelProps = {
  video: VideoDetail;
  canWrite: boolean;
  seconds: number;
  search: RefObject<HTMLInputElement | null>;
  onPlay: (seconds: number) => void;
};

/** What was said: given as a file, typed, changed line by line, taken away. */
export function TranscriptPanel({ video, canWrite, seconds, search, onPlay }: TranscriptPanelProps) {
  const t = useTranslations("videos");
  const queryClient = useQueryClient();
  const [isTyping, setTyping] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { id: videoId, transcript, revision, isBlind } = video;
  const refresh = () => queryClient.invalidateQueries({ queryKey: videosKey });
  const give = useMutation({
    mutationFn: (file: File) => saveTranscript(videoId, file),
    onSuccess: () => {
      setTyping(false);
      return refresh();
    },
  });
  const change = useMutation({
    mutationFn: (changed: Transcript) => changeTranscript(videoId, { transcript: changed, revision }),
    onSuccess: refresh,
  });
  const take = useMutation({ mutationFn: () => removeTranscript(videoId), onSuccess: refresh });
  const hear = useMutation({
    mutationFn: () => startTranscription(videoId),
    onSuccess: () => {
      setAsking(false);
      return refresh();
    },
  });
  const isWorking = video.state === "pending" || video.state === "running";
  const error = (isAsking ? null : hear.error) ?? change.error ?? take.error ?? (isTyping ? null : give.error);
  const mayChange = canWrite && !isBlind;

  return (
    <>
      {mayChange && (
        <div className="flex flex-wrap items-center gap-2">
          <FileButton
            accept=".vtt,.srt,.txt"
            disabled={give.isPending}
            label={t(transcript ? "replace_transcript" : "give_transcript")}
            onFile={(file) => give.mutate(file)}
          >
            <Upload aria-hidden="true" />
          </FileButton>
          {!transcript && <Button onClick={() => setTyping(true)}>{t("type_transcript")}</Button>}
          {video.canTranscribe && !isWorking && (
            <Button disabled={hear.isPending} onClick={() => (video.hasAgreed ? hear.mutate() : setAsking(true))}>
              {t("transcribe")}
            </Button>
          )}
          {transcript && (
            <Button disabled={take.isPending} onClick={() => take.mutate()} variant="quiet">
              {t("remove_transcript")}
            </Button>
          )}
        </div>
      )}
      {error && <Problem>{error.message}</Problem>}
      {transcript ? (
        <>
          {mayChange && (
            <SpeakerList
              onChange={(changed) => change.mutate(changed)}
              roles={video.analysis?.exchanges?.roles ?? {}}
              transcript={transcript}
            />
          )}
          <TranscriptLines
            onChange={
              mayChange ? (lines) => (lines.length > 0 ? change.mutate({ ...transcript, lines }) : take.mutate()) : null
            }
            onPlay={onPlay}
            search={search}
            seconds={seconds}
            transcript={transcript}
          />
        </>
      ) : (
        <p className="text-ink-soft text-sm">
          {t("no_transcript_ways")} {!video.canTranscribe && t("transcription_not_set")}
        </p>
      )}
      {isAsking && (
        <ConfirmDialog
          confirmLabel={t("transcribe_confirm")}
          error={hear.error}
          isBusy={hear.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => hear.mutate()}
          text={t("transcribe_text")}
          title={t("transcribe_title")}
        />
      )}
      {isTyping && (
        <TypeTranscriptDialog
          error={give.error}
          isBusy={give.isPending}
          onClose={() => setTyping(false)}
          onSave={(text) => give.mutate(new File([text], "typed.txt", { type: "text/plain" }))}
        />
      )}
    </>
  );
}
