"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty, Problem } from "@/components/ui/notices";
import { Tabs } from "@/components/ui/tabs";
import { AnalysisProgress } from "@/components/video/analysis-progress";
import { IntegrityFacts } from "@/components/video/integrity-facts";
import { OutsideAnalyses } from "@/components/video/outside-analyses";
import { TimeLine } from "@/components/video/time-line";
import { TranscriptPanel } from "@/components/video/transcript-panel";
import { usePlayer } from "@/components/video/use-player";
import type { Quote } from "@/lib/screening/schema";
import { isSoundOnly, videoErrors } from "@/lib/video/kinds";
import { listMarkers } from "@/lib/video/list-markers";
import { analyseAgain, deleteVideo, posterAddress, videoQuery, videosKey, videosQuery } from "@/lib/video/queries";

const AnalysisView = dynamic(() => import("@/components/video/analysis-view"));
const ConfirmDialog = dynamic(() => import("@/components/ui/confirm-dialog"), { ssr: false });
const ResumeBeside = dynamic(() => import("@/components/video/resume-beside"), { ssr: false });

/** A recording with what is said in it, what was made of that, and the resume beside it. */
export function VideoView({ videoId, canWrite }: { videoId: string; canWrite: boolean }) {
  const t = useTranslations("videos");
  const format = useFormatter();
  const router = useRouter();
  const queryClient = useQueryClient();
  const search = useRef<HTMLInputElement>(null);
  const [isDeleting, setDeleting] = useState(false);
  const [panel, setPanel] = useState<"transcript" | "resume">("transcript");
  const [cited, setCited] = useState<Quote | null>(null);
  const { data: video } = useQuery(videoQuery(videoId));
  const markers = listMarkers(video?.analysis ?? null);
  const { player, seconds, durationSeconds, playFrom, listeners } = usePlayer(markers, search);
  const refresh = () => queryClient.invalidateQueries({ queryKey: videosKey });
  const again = useMutation({ mutationFn: () => analyseAgain(videoId), onSuccess: refresh });
  const remove = useMutation({
    mutationFn: () => deleteVideo(videoId),
    onSuccess: () => {
      // Not the video itself: it is gone.
      void queryClient.invalidateQueries({ queryKey: videosQuery().queryKey });
      router.push("/videos");
    },
  });
  if (!video) return null;
  const { transcript, analysis, resumeId } = video;
  const isWorking = video.state === "pending" || video.state === "running";

  return (
    <>
      <PageHeader
        actions={
          canWrite && (
            <>
              {transcript && !isWorking && (
                <Button disabled={again.isPending} onClick={() => again.mutate()}>
                  {t("analyse_again")}
                </Button>
              )}
              <Button onClick={() => setDeleting(true)} variant="danger">
                {t("delete")}
              </Button>
            </>
          )
        }
        note={format.dateTime(new Date(video.createdAt), { dateStyle: "medium" })}
        title={
          <>
            {resumeId ? (
              <Link className="hover:underline" href={`/resumes/${resumeId}`}>
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
        {/* On a phone what was said comes right below the player. */}
        <div className="flex min-w-0 flex-1 flex-col gap-4 max-lg:contents">
          <div className="flex flex-col gap-4">
            {video.isBlind ? (
              <Empty title={t("blind")} />
            ) : (
              <>
                <video
                  aria-label={t("player")}
                  className={isSoundOnly(video.kind) ? "h-14 w-full" : "aspect-video w-full rounded-md bg-black"}
                  controls
                  poster={video.hasPoster ? posterAddress(videoId) : "/recording.svg"}
                  preload="metadata"
                  ref={player}
                  src={`/api/v1/videos/${videoId}/file`}
                  {...listeners}
                >
                  <track
                    kind="captions"
                    label={t("captions")}
                    src={`/api/v1/videos/${videoId}/captions?revision=${video.revision}`}
                  />
                </video>
                <TimeLine
                  durationSeconds={durationSeconds || (video.durationSeconds ?? 0)}
                  markers={markers}
                  onPlay={playFrom}
                  seconds={seconds}
                />
                <p className="text-ink-faint text-xs max-sm:hidden">{t("keys")}</p>
              </>
            )}
            {video.error && <Problem>{t(problemOf(video.error))}</Problem>}
            {again.error && <Problem>{again.error.message}</Problem>}
            {isWorking && <AnalysisProgress step={video.step} />}
            {!transcript && !isWorking && <p className="text-ink-soft text-sm">{t("without_transcript")}</p>}
          </div>
          <div className="flex flex-col gap-4 max-lg:order-last">
            {analysis && (
              <AnalysisView
                analysis={analysis}
                onPlay={playFrom}
                onResume={(quote) => {
                  setCited(quote);
                  setPanel("resume");
                }}
              />
            )}
            {video.recordedHere && <IntegrityFacts onPlay={playFrom} video={video} />}
            <OutsideAnalyses analyses={video.outsideAnalyses} />
          </div>
        </div>
        <section aria-label={t("beside")} className="flex w-105 shrink-0 flex-col gap-3 max-lg:w-full">
          <Tabs
            current={panel}
            label={t("beside")}
            onChange={setPanel}
            tabs={[
              { key: "transcript", title: t("transcript") },
              ...(resumeId && !video.isBlind ? [{ key: "resume" as const, title: t("resume") }] : []),
            ]}
          >
            <div className="flex flex-col gap-3 pt-3">
              {panel === "resume" && resumeId ? (
                <ResumeBeside marked={cited ? [cited] : []} resumeId={resumeId} />
              ) : (
                <TranscriptPanel
                  canWrite={canWrite}
                  onPlay={playFrom}
                  search={search}
                  seconds={seconds}
                  video={video}
                />
              )}
            </div>
          </Tabs>
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

function problemOf(error: string) {
  const known = videoErrors.find((one) => one === error);
  return known ? (`error_${known}` as const) : "error_unknown";
}
