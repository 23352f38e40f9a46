import { z } from "zod";

const ofResume = z.object({ data: z.object({ resumeId: z.uuid() }) });
const ofRuns = z.object({ data: z.object({ runIds: z.array(z.uuid()).min(1) }) });
const ofReport = z.object({ data: z.object({ reportId: z.uuid() }) });
const ofVideo = z.object({ data: z.object({ videoId: z.uuid() }) });

export type RetryWay = { way: "resume"; resumeId: string } | { way: "screening"; runIds: string[] } | { way: "go_on" };

/** Functions that close what they are about when they fail: there is nothing to go on with. */
const closing = new Set([
  ...["add-sample-data", "write-recommendation", "make-report", "measure-spread", "review-resume", "write-summary"],
  ...["unpack-archive", "deliver-webhook", "evaluate-group", "send-message", "transcribe-video", "ask-experts"],
  ...["reread-resumes", "analyse-video"],
]);

/** How a failed job is done again: in its subject's own way, by going on, or null where it is asked for anew elsewhere. */
export function retryWayOf(name: string, event: unknown): RetryWay | null {
  if (name === "read-resume" || name === "ocr-resume") {
    const found = ofResume.safeParse(event).data;
    return found ? { way: "resume", resumeId: found.data.resumeId } : null;
  }
  if (name === "screen-candidates") {
    const found = ofRuns.safeParse(event).data;
    return found ? { way: "screening", runIds: found.data.runIds } : null;
  }
  // A companion of a function, or one that has it.
  if (closing.has(name) || name.endsWith("-failure")) return null;
  return { way: "go_on" };
}

/** The page of what a job is about, by the ids that its event holds. */
export function linkOf(event: unknown): string | null {
  const resume = ofResume.safeParse(event).data;
  if (resume) return `/resumes/${resume.data.resumeId}`;
  const video = ofVideo.safeParse(event).data;
  if (video) return `/videos/${video.data.videoId}`;
  return ofRuns.safeParse(event).success ? "/screening" : ofReport.safeParse(event).success ? "/positions" : null;
}
