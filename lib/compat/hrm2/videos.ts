import "server-only";
import { z } from "zod";
import { visibleResumes, visibleVideos } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { toClock } from "@/lib/interview/to-clock";
import { readOrganisationSettings } from "@/lib/organisation/settings";
import { blindName, findBlindings } from "@/lib/resume/blind/blindings";
import { storage } from "@/lib/storage/storage";
import { type VideoAnalysis, videoAnalysis } from "@/lib/video/analysis-schema";
import { addOutsideAnalysis, emptyScores, linkVideo as link, unlinkVideo as unlink } from "@/lib/video/change-video";
import { scoreKeys, videoStates } from "@/lib/video/kinds";
import { type VideoScores, videoScores } from "@/lib/video/schema";
import { scoresOf } from "@/lib/video/scores";
import { sayVideo } from "@/lib/video/statements";
import { addVideo, type ReceivedVideo, receiveVideo } from "@/lib/video/store-video";
import { Hrm2Error, notFound } from "./answer";
import * as answers from "./answers";
import { showResumes } from "./hide-person";
import { isoTime } from "./iso-time";
import { videoFileUrl } from "./media";
import { id, operation, pageFields, parseFields, window, words } from "./operation";
import { filled } from "./read-fields";
import { resumeSelect, shownName } from "./resumes";
import { readUploadForm } from "./upload-form";

/** Theirs for ours; running is processing there. */
const statuses = { pending: "pending", running: "processing", completed: "completed", failed: "failed" } as const;
const analyser = "hrm2";
const errorTexts: Record<string, string> = {
  file_missing: "视频文件不在了，请重新上传。",
  media_unreadable: "视频文件损坏或不完整，请重新上传。",
  audio_missing: "视频没有声音。",
  analysis_failed: "视频分析失败，请重试。",
};

const videoForm = z.object({
  video_file: z.file(),
  ...{ candidate_name: words(100), position_applied: words(255) },
  ...{ video_name: words(255).optional(), resume_data_id: id.optional() },
});

/** E30. The fields may come after the file. */
export const uploadVideo = operation(
  { permission: "video:write", fields: videoForm, isUpload: true, data: answers.uploadedVideo },
  async ({ viewer, request }) => {
    const form = await readUploadForm<ReceivedVideo>(request, "video_file", (chunks) => receiveVideo(viewer, chunks));
    const { received, fileName, declaredType, fields } = form;
    try {
      if (!received) throw new Hrm2Error(400, "缺少参数 video_file。");
      const read = parseFields(videoForm.omit({ video_file: true }), filled(Object.entries(fields)));
      const { candidate_name: candidateName, position_applied: positionApplied } = read;
      const { video_name: name, resume_data_id: resumeId } = read;
      const kept = { fileName, declaredType, candidateName, positionApplied, name, resumeId };
      const { id, createdAt } = await addVideo({ viewer, received, ...kept });
      return {
        ...{ status: 201, message: "视频已上传。" },
        data: {
          ...{ id, video_id: id, video_name: name ?? fileName, candidate_name: candidateName },
          ...{ position_applied: positionApplied, status: "pending" as const, created_at: isoTime(createdAt) },
          ...(resumeId && { resume_data_id: resumeId }),
        },
      };
    } catch (error) {
      // What is refused for its fields is not kept.
      if (received && error instanceof Hrm2Error) await storage().remove(received.storageKey);
      throw error;
    }
  },
);

/** E31. */
export const getVideoStatus = operation(
  { permission: "video:read", data: answers.videoStatus },
  async ({ viewer, params }) => {
    const row = await scopedDb(viewer.organisationId).video.findFirst({
      where: { id: params.videoId ?? "", ...visibleVideos(viewer) },
      select: videoSelect,
    });
    const [video] = await showVideos(viewer, row ? [row] : []);
    if (!video) throw notFound("视频");
    const { scores, summary } = newestOf(video);
    const isDone = video.state === "completed";
    return {
      message: "视频状态。",
      data: {
        ...toListed(video),
        ...{ video_file: videoFileUrl(video), file_size: Number(video.fileSize), ...traitsOf(scores) },
        ...(isDone && { analysis_result: traitsOf(scores), summary, confidence_score: scores.confidence_score }),
        ...(video.error && { error_message: errorTexts[video.error] ?? "视频处理失败，请重试。" }),
      },
    };
  },
);

const share = z
  .union([z.number(), z.string().regex(/\S/).transform(Number)])
  .pipe(z.number().min(0).max(1))
  .nullish();
const outsideAnalysis = z.object({
  status: z.string().optional(),
  summary: z.string().nullish(),
  ...{ fraud_score: share, confidence_score: share, neuroticism_score: share, extraversion_score: share },
  ...{ openness_score: share, agreeableness_score: share, conscientiousness_score: share },
});

/** E32. What an analyser of the client says; kept as such. */
export const updateVideo = operation(
  { permission: "video:write", fields: outsideAnalysis, data: answers.updatedVideo },
  async ({ viewer, params, fields: { status = "completed", summary, ...said } }) => {
    const state = videoStates.find((one) => statuses[one] === status);
    if (!state) throw new Hrm2Error(400, "status 不是合法的视频状态。");
    const scores = Object.fromEntries(
      scoreKeys.flatMap((key) => {
        const value = said[key];
        return value === undefined || value === null ? [] : [[key, value]];
      }),
    ) as Partial<VideoScores>;
    const outside = { analyser, scores, state, ...(typeof summary === "string" && { summary }) };
    const { video, scores: merged } = await addOutsideAnalysis({
      videoId: params.videoId ?? "",
      viewer,
      ...outside,
    }).catch(notFoundHere);
    return {
      message: "视频分析已更新。",
      data: {
        ...{ video_id: video.id, id: video.id, status: statuses[state], analysis_result: traitsOf(merged) },
        ...(video.resumeId && { resume_data_id: video.resumeId }),
      },
    };
  },
);

/** E33. */
export const listVideos = operation(
  {
    permission: "video:read",
    fields: z.object({
      ...{
        candidate_name: z.string().optional(),
        position_applied: z.string().optional(),
        status: z.string().optional(),
      },
      ...pageFields({ size: 10, most: 50 }),
    }),
    data: answers.videos,
  },
  async ({ viewer, fields: { candidate_name, position_applied, status, ...page } }) => {
    const contains = (text = "") => (text ? { contains: text, mode: "insensitive" as const } : undefined);
    const state = status ? videoStates.find((one) => statuses[one] === status) : undefined;
    const where: Prisma.VideoWhereInput = {
      AND: [visibleVideos(viewer)],
      candidateName: contains(candidate_name),
      positionApplied: contains(position_applied),
      ...(status && (state ? { state } : { id: { in: [] } })),
    };
    const db = scopedDb(viewer.organisationId);
    const rows = await db.video.findMany({ where, orderBy: { number: "desc" }, ...window(page), select: videoSelect });
    const videos = (await showVideos(viewer, rows)).map((video) => {
      const { scores } = newestOf(video);
      return {
        ...{ ...toListed(video), confidence_score: scores.confidence_score },
        ...(video.state === "completed" && { analysis_result: traitsOf(scores) }),
      };
    });
    return { message: "视频列表。", data: { videos, total: await db.video.count({ where }), ...page } };
  },
);

/** E21. */
export const linkVideo = operation(
  {
    permission: "video:write",
    fields: z.object({ resume_data_id: id, video_analysis_id: id }),
    data: answers.linkedVideo,
  },
  async ({ viewer, fields: { resume_data_id: resumeId, video_analysis_id: videoId } }) => {
    const { video } = await link({ videoId, resumeId, viewer }).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== "conflict") return notFoundHere(error);
      const existing = error.values.videoId;
      throw new Hrm2Error(400, existing ? "这份简历已关联视频。" : "这个视频已关联另一份简历。", {
        ...(existing && { errors: { existing_video_id: existing } }),
      });
    });
    const name = await nameOf(viewer, resumeId);
    return {
      message: "视频已关联。",
      data: { resume_data_id: resumeId, video_analysis_id: videoId, candidate_name: name, video_name: video.name },
    };
  },
);

/** E22. */
export const unlinkVideo = operation(
  { permission: "video:write", fields: z.object({ resume_data_id: id }), data: answers.unlinkedVideo },
  async ({ viewer, fields: { resume_data_id: resumeId } }) => {
    const { videoId } = await unlink({ resumeId, viewer }).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== "conflict") return notFoundHere(error);
      throw new Hrm2Error(400, "这份简历没有关联视频。");
    });
    const name = await nameOf(viewer, resumeId);
    return {
      message: "视频已取消关联。",
      data: { resume_data_id: resumeId, disconnected_video_id: videoId, candidate_name: name },
    };
  },
);

const videoSelect = {
  ...{ id: true, number: true, name: true, kind: true, candidateName: true, positionApplied: true, state: true },
  ...{ fileSize: true, error: true, createdAt: true, resumeId: true, transcript: true, analysis: true },
  outsideAnalyses: { orderBy: { createdAt: "desc" }, take: 1, select: { scores: true, summary: true } },
} as const satisfies Prisma.VideoSelect;
type VideoRow = Prisma.VideoGetPayload<{ select: typeof videoSelect }>;

/** What E2, E9 and E19 say of a resume's video; each names it in its own words. */
export async function videosOf(resumeIds: string[], viewer: Viewer) {
  const rows = await scopedDb(viewer.organisationId).video.findMany({
    where: { AND: [visibleVideos(viewer), { resumeId: { in: resumeIds } }] },
    select: videoSelect,
  });
  const shown = await showVideos(viewer, rows);
  return new Map(
    shown.flatMap((video) => {
      const { scores, summary } = newestOf(video);
      const brief = {
        ...{ video_id: video.id, video_name: video.name, status: statuses[stateOf(video)] },
        confidence_score: scores.confidence_score,
      };
      return video.resumeId ? [[video.resumeId, { brief, traits: traitsOf(scores), summary }] as const] : [];
    }),
  );
}
export type ResumeVideo = Awaited<ReturnType<typeof videosOf>> extends Map<string, infer Video> ? Video : never;

/** Of somebody hidden from the client's user, a number. */
async function showVideos(viewer: Viewer, rows: VideoRow[]): Promise<VideoRow[]> {
  const blindings = await findBlindings(
    viewer,
    rows.flatMap(({ resumeId }) => resumeId ?? []),
  );
  const { showsTraits } = await readOrganisationSettings(viewer.organisationId);
  return rows.map((found) => {
    const known = videoAnalysis.safeParse(found.analysis).data;
    const row = showsTraits || !known ? found : { ...found, analysis: { ...known, traits: null } };
    const blinding = row.resumeId ? blindings.get(row.resumeId) : undefined;
    // What was said tells who it is.
    const hidden = { transcript: null, analysis: null };
    return blinding ? { ...row, ...hidden, name: blindName(blinding), candidateName: blindName(blinding) } : row;
  });
}

function toListed(video: VideoRow) {
  return {
    ...{ id: video.id, video_id: video.id, video_name: video.name, candidate_name: video.candidateName },
    ...{
      position_applied: video.positionApplied,
      status: statuses[stateOf(video)],
      created_at: isoTime(video.createdAt),
    },
  };
}

function stateOf({ state }: VideoRow) {
  return state === "cancelled" ? "failed" : state;
}

/** What an outside analyser said last stands whole; else what we found; no score before there is evidence. */
function newestOf({ outsideAnalyses: [newest], state, transcript, analysis }: VideoRow) {
  if (newest) return { scores: videoScores.catch(emptyScores).parse(newest.scores), summary: newest.summary ?? "" };
  const found = videoAnalysis.safeParse(analysis).data;
  const without = state === "completed" && transcript === null ? "没有转写文本，未作分析。" : "";
  if (!found || state !== "completed") return { scores: emptyScores(), summary: without };
  return { scores: scoresOf(found), summary: summaryOf(found) };
}

function summaryOf({ quality, summary }: VideoAnalysis): string {
  if (!quality?.passes)
    return ["转写文本未通过检查，未作分析。", ...(quality?.reasons.map((reason) => sayVideo(reason, "zh")) ?? [])].join(
      "",
    );
  return (summary ?? [])
    .map(({ statement, quotes }) => {
      const said = quotes.map(({ text, seconds }) => `${seconds === null ? "" : `${toClock(seconds)} `}“${text}”`);
      return `${sayVideo(statement, "zh")}${said.length > 0 ? ` ${said.join(" ")}` : ""}`;
    })
    .join("\n");
}

function traitsOf({ confidence_score: _, ...traits }: VideoScores) {
  return traits;
}

async function nameOf(viewer: Viewer, resumeId: string): Promise<string> {
  const row = await scopedDb(viewer.organisationId).resume.findFirst({
    where: { id: resumeId, ...visibleResumes(viewer) },
    select: resumeSelect,
  });
  const [resume] = await showResumes(viewer, row ? [row] : []);
  return resume ? shownName(resume) : "";
}

function notFoundHere(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found")
    throw notFound(error.message === "video_not_found" ? "视频" : "简历");
  throw error;
}
