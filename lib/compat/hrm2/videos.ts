import "server-only";
import { assertCan, visibleResumes, visibleVideos } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { toClock } from "@/lib/interview/to-clock";
import { readOrganisationSettings } from "@/lib/organisation/settings";
import { blindName, findBlindings } from "@/lib/resume/blind/blindings";
import { storage } from "@/lib/storage/storage";
import { type VideoAnalysis, videoAnalysis } from "@/lib/video/analysis-schema";
import { addOutsideAnalysis, emptyScores, linkVideo as link, unlinkVideo as unlink } from "@/lib/video/change-video";
import { scoreKeys, traitKeys, videoStates } from "@/lib/video/kinds";
import { type VideoScores, videoScores } from "@/lib/video/schema";
import { scoresOf } from "@/lib/video/scores";
import { sayVideo } from "@/lib/video/statements";
import { addVideo, type ReceivedVideo, receiveVideo } from "@/lib/video/store-video";
import { type Answer, Hrm2Error, notFound } from "./answer";
import { type Call, given, isoTime, readPage, requiredId, window } from "./call";
import { showResumes } from "./hide-person";
import { videoFileUrl } from "./media";
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

/** E30. The fields may come after the file. */
export async function uploadVideo({ viewer, request }: Call): Promise<Answer> {
  assertCan(viewer, "video:write");
  const form = await readUploadForm<ReceivedVideo>(request, "video_file", (chunks) => receiveVideo(viewer, chunks));
  const { received, fileName, declaredType, fields } = form;
  try {
    if (!received) throw new Hrm2Error(400, "缺少参数 video_file。");
    const call = { body: fields, query: new URLSearchParams() } as Call;
    const text = (name: string, longest: number) => {
      const value = fields[name];
      if (!value?.trim()) throw new Hrm2Error(400, `缺少参数 ${name}。`);
      if (value.length > longest) throw new Hrm2Error(400, `${name} 最多 ${longest} 个字符。`);
      return value;
    };
    const candidateName = text("candidate_name", 100);
    const positionApplied = text("position_applied", 255);
    const name = fields.video_name ? text("video_name", 255) : undefined;
    const resumeId = fields.resume_data_id ? requiredId(call, "resume_data_id") : undefined;
    const kept = { fileName, declaredType, candidateName, positionApplied, name, resumeId };
    const { id, createdAt } = await addVideo({ viewer, received, ...kept });
    return {
      ...{ status: 201, message: "视频已上传。" },
      data: {
        ...{ id, video_id: id, video_name: name ?? fileName, candidate_name: candidateName },
        ...{ position_applied: positionApplied, status: "pending", created_at: isoTime(createdAt) },
        ...(resumeId && { resume_data_id: resumeId }),
      },
    };
  } catch (error) {
    // What is refused for its fields is not kept.
    if (received && error instanceof Hrm2Error) await storage().remove(received.storageKey);
    throw error;
  }
}

/** E31. */
export async function getVideoStatus({ viewer, params }: Call): Promise<Answer> {
  assertCan(viewer, "video:read");
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
}

/** E32. What an analyser of the client says; kept as such. */
export async function updateVideo(call: Call): Promise<Answer> {
  const { viewer, params } = call;
  const status = given(call, "status") ?? "completed";
  const state = videoStates.find((one) => statuses[one] === status);
  if (!state) throw new Hrm2Error(400, "status 不是合法的视频状态。");
  const scores = Object.fromEntries(
    scoreKeys.flatMap((key) => {
      const value = call.body[key];
      if (value === undefined || value === null) return [];
      const number =
        typeof value === "number" || (typeof value === "string" && value.trim() !== "") ? Number(value) : Number.NaN;
      if (!(number >= 0 && number <= 1)) throw new Hrm2Error(400, `${key} 应为 0 到 1 之间的数。`);
      return [[key, number]];
    }),
  ) as Partial<VideoScores>;
  const summary = given(call, "summary");
  const said = { analyser, scores, state, ...(typeof summary === "string" && { summary }) };
  const { video, scores: merged } = await addOutsideAnalysis({ videoId: params.videoId ?? "", viewer, ...said }).catch(
    notFoundHere,
  );
  return {
    message: "视频分析已更新。",
    data: {
      ...{ video_id: video.id, id: video.id, status: statuses[state], analysis_result: traitsOf(merged) },
      ...(video.resumeId && { resume_data_id: video.resumeId }),
    },
  };
}

/** E33. */
export async function listVideos({ viewer, query }: Call): Promise<Answer> {
  assertCan(viewer, "video:read");
  const page = readPage(query, { size: 10, most: 50 });
  const contains = (name: string) => {
    const text = query.get(name);
    return text ? { contains: text, mode: "insensitive" as const } : undefined;
  };
  const status = query.get("status");
  const state = status ? videoStates.find((one) => statuses[one] === status) : undefined;
  const where: Prisma.VideoWhereInput = {
    AND: [visibleVideos(viewer)],
    candidateName: contains("candidate_name"),
    positionApplied: contains("position_applied"),
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
}

/** E21. */
export async function linkVideo(call: Call): Promise<Answer> {
  const resumeId = requiredId(call, "resume_data_id");
  const videoId = requiredId(call, "video_analysis_id");
  const { video } = await link({ videoId, resumeId, viewer: call.viewer }).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "conflict") return notFoundHere(error);
    const existing = error.values.videoId;
    throw new Hrm2Error(400, existing ? "这份简历已关联视频。" : "这个视频已关联另一份简历。", {
      ...(existing && { errors: { existing_video_id: existing } }),
    });
  });
  const name = await nameOf(call.viewer, resumeId);
  return {
    message: "视频已关联。",
    data: { resume_data_id: resumeId, video_analysis_id: videoId, candidate_name: name, video_name: video.name },
  };
}

/** E22. */
export async function unlinkVideo(call: Call): Promise<Answer> {
  const resumeId = requiredId(call, "resume_data_id");
  const { videoId } = await unlink({ resumeId, viewer: call.viewer }).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "conflict") return notFoundHere(error);
    throw new Hrm2Error(400, "这份简历没有关联视频。");
  });
  const name = await nameOf(call.viewer, resumeId);
  return {
    message: "视频已取消关联。",
    data: { resume_data_id: resumeId, disconnected_video_id: videoId, candidate_name: name },
  };
}

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

function traitsOf(scores: VideoScores) {
  return Object.fromEntries(traitKeys.map((key) => [key, scores[key]]));
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
