"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { FileButton } from "@/components/ui/file-button";
import { Empty, Problem } from "@/components/ui/notices";
import { OutsideAnalyses } from "@/components/video/outside-analyses";
import { TranscriptLines } from "@/components/video/transcript-lines";
import { isSoundOnly } from "@/lib/video/kinds";
import { deleteVideo, removeTranscript, saveTranscript, videoQuery, videosKey, videosQuery } from "@/lib/video/queries";

const ConfirmDialog = dynamic(() => import("@/components/ui/confirm-dialog"), { ssr: false });

/** A recording beside what is said in it; a line plays from where it was said. */
export function VideoView({ videoId, canWrite }: { videoId: string; canWrite: boolean }) {
  const t = useTranslations("videos");
  const format = useFormatter();
  const router = useRouter();
  const queryClient = useQueryClient();
  const player = useRef<HTMLVideoElement>(null);
  const [isDeleting, setDeleting] = useState(false);
  const [seconds, setSeconds] = useState(0);
  const { data: video } = useQuery(videoQuery(videoId));
  const refresh = () => queryClient.invalidateQueries({ queryKey: videosKey });
  const give = useMutation({ mutationFn: (file: File) => saveTranscript(videoId, file), onSuccess: refresh });
  const take = useMutation({ mutationFn: () => removeTranscript(videoId), onSuccess: refresh });
  const remove = useMutation({
    mutationFn: () => deleteVideo(videoId),
    onSuccess: () => {
      // Not the video itself: it is gone.
      void queryClient.invalidateQueries({ queryKey: videosQuery().queryKey });
      router.push("/videos");
    },
  });
  if (!video) return null;
  const { transcript } = video;
  const error = give.error ?? take.error;

  function playFrom(at: number) {
    if (!player.current) return;
    player.current.currentTime = at;
    void player.current.play().catch(() => undefined);
  }

  return (
    <>
      <PageHeader
        actions={
          canWrite && (
            <Button onClick={() => setDeleting(true)} variant="danger">
              {t("delete")}
            </Button>
          )
        }
        note={format.dateTime(new Date(video.createdAt), { dateStyle: "medium" })}
        title={
          <>
            {video.resumeId ? (
              <Link className="hover:underline" href={`/resumes/${video.resumeId}`}>
                {video.candidateName}
              </Link>
            ) : (
              video.candidateName
            )}{" "}
            <span className="font-normal text-ink-soft">{video.positionApplied}</span>
          </>
        }
      />
      <div className="flex gap-6 p-5 max-lg:flex-col max-sm:p-4">
        <div className="flex min-w-0 flex-1 flex-col gap-4">
          {video.isBlind ? (
            <Empty title={t("blind")} />
          ) : (
            // biome-ignore lint/a11y/useMediaCaption: what is said stands beside it as text
            <video
              aria-label={t("player")}
              className={isSoundOnly(video.kind) ? "h-14 w-full" : "aspect-video w-full rounded-md bg-black"}
              controls
              onTimeUpdate={(event) => setSeconds(event.currentTarget.currentTime)}
              preload="metadata"
              ref={player}
              src={`/api/v1/videos/${videoId}/file`}
            />
          )}
          {video.error && <Problem>{t("file_missing")}</Problem>}
          <p className="text-ink-soft text-sm">{t(transcript ? "not_judged" : "without_transcript")}</p>
          <OutsideAnalyses analyses={video.outsideAnalyses} />
        </div>
        <section aria-label={t("transcript")} className="flex w-105 shrink-0 flex-col gap-3 max-lg:w-full">
          <header className="flex flex-wrap items-center gap-2">
            <h2 className="mr-auto font-semibold">{t("transcript")}</h2>
            {canWrite && !video.isBlind && (
              <FileButton
                accept=".vtt,.srt,.txt"
                disabled={give.isPending}
                label={t(transcript ? "replace_transcript" : "give_transcript")}
                onFile={(file) => give.mutate(file)}
              >
                <Upload aria-hidden="true" />
              </FileButton>
            )}
            {canWrite && transcript && (
              <Button disabled={take.isPending} onClick={() => take.mutate()} variant="quiet">
                {t("remove_transcript")}
              </Button>
            )}
          </header>
          {error && <Problem>{error.message}</Problem>}
          {transcript ? (
            <TranscriptLines onPlay={playFrom} seconds={seconds} transcript={transcript} />
          ) : (
            <p className="text-ink-soft text-sm">{t("transcript_hint")}</p>
          )}
        </section>
      </div>
      {isDeleting && (
        <ConfirmDialog
          confirmLabel={t("delete")}
          error={remove.error}
          isBusy={remove.isPending}
          onClose={() => setDeleting(false)}
          onConfirm={() => remove.mutate()}
          text={t("delete_text")}
          title={t("delete_title")}
        />
      )}
    </>
  );
}
