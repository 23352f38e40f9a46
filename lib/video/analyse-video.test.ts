import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { saveOrganisationSettings } from "@/lib/organisation/settings";
import { storage } from "@/lib/storage/storage";
import { removeAbandonedFiles } from "@/lib/testing/abandoned-files";
import { makePosition, makeRecruiter, makeRequirement, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { linkVideo, unlinkVideo } from "@/lib/video/change-video";
import { findVideo } from "@/lib/video/list-videos";
import { purgeVideos } from "@/lib/video/purge-videos";
import { runAnalysisStep } from "./analyse-video";
import { analysisSteps } from "./kinds";
import { analyseAgain, saveTranscript, uploadTranscript } from "./save-transcript";
import { scoresOf } from "./scores";
import { addVideo, receiveVideo } from "./store-video";

useWorkspace();

const resume = `周一鸣
手机：13800001234

教育背景
2012.09 - 2016.06  南湖大学  计算机科学与技术  本科

工作经历
2019.03 - 至今  星桥科技有限公司  后端开发工程师
- 负责订单系统，使用 Java、Spring Boot、Kafka
- 带领 5 人团队
2016.07 - 2019.02  南湖贸易有限公司  开发工程师
- 使用 Java 开发内部系统
`;

const cue = (from: number, to: number, who: string, text: string) =>
  `${clock(from)} --> ${clock(to)}\n<v ${who}>${text}\n`;
const clock = (seconds: number) =>
  `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}.000`;

const honest = [
  cue(0, 4, "面试官", "请先介绍一下自己的工作经历。"),
  cue(5, 14, "周一鸣", "我2016年从南湖大学毕业，然后加入了南湖贸易，用Java做内部系统。"),
  cue(14, 24, "周一鸣", "我2019年加入星桥科技，现在我是后端开发工程师，负责订单系统的拆分。"),
  cue(25, 29, "面试官", "订单系统里 Kafka 是怎么用的？"),
  cue(33, 45, "周一鸣", "嗯，我用 Kafka 做了异步解耦，因为同步调用超时，最后响应时间从800毫秒降到120毫秒。"),
  cue(45, 52, "周一鸣", "我带了5个人的团队，每周我们一起复盘线上的故障。"),
];
const dishonest = [
  ...honest,
  cue(53, 60, "周一鸣", "我是博士毕业的，我的学历是博士。"),
  cue(60, 66, "周一鸣", "我2012年加入星桥科技。"),
];
const vtt = (cues: readonly string[]) => Buffer.from(`WEBVTT\n\n${cues.join("\n")}`);

async function makeVideo(viewer: Viewer, resumeId?: string) {
  const chunks = (async function* () {
    yield Buffer.from("RIFF\x24\0\0\0WAVEfmt made up".padEnd(80, "\0"), "latin1");
  })();
  const received = await receiveVideo(viewer, chunks);
  const names = { fileName: "a.wav", declaredType: "audio/wav", candidateName: "周一鸣", positionApplied: "后端" };
  const { id: videoId } = await addVideo({ viewer, received, ...names, ...(resumeId && { resumeId }) });
  return videoId;
}

/** As the job does it. */
async function analyse(viewer: Viewer, videoId: string) {
  const { organisationId } = viewer;
  const { revision } = await scopedDb(organisationId).video.findUniqueOrThrow({ where: { id: videoId } });
  for (const step of analysisSteps) {
    const { outcome } = await runAnalysisStep({ organisationId, videoId, revision, step });
    if (outcome !== "done") return outcome;
  }
  return "analysed";
}

async function analysed(cues: readonly string[]) {
  const viewer = await makeRecruiter();
  const { id: resumeId } = await makeResume({ owner: viewer, bytes: Buffer.from(resume), fileName: "周一鸣.txt" });
  const requirements = [makeRequirement({ text: "Kafka" }), makeRequirement({ text: "Kubernetes" })];
  const { id: positionId } = await makePosition({ owner: viewer, title: "后端", requirements });
  await screen({ positionId, resumeIds: [resumeId], viewer });
  const videoId = await makeVideo(viewer, resumeId);
  await uploadTranscript({ videoId, bytes: vtt(cues), viewer });
  expect(await analyse(viewer, videoId)).toBe("analysed");
  const video = await findVideo({ videoId, viewer });
  if (!video?.analysis) throw new Error("There is no analysis");
  return { viewer, videoId, resumeId, video, analysis: video.analysis };
}

test("what a candidate says is held against the resume, each claim with a quote of both", async () => {
  const { video, analysis, videoId, viewer, resumeId } = await analysed(honest);
  const { exchanges, delivery, consistency, summary } = analysis;
  expect(video).toMatchObject({ state: "completed", needsTranscript: false });
  expect(consistency?.conflicts).toEqual([]);
  expect(consistency?.agreements.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["graduation", "school", "employer", "joined", "skill", "title", "team_size"]),
  );
  expect(consistency?.score).toBe(0);
  const spoken = video.transcript?.lines.map(({ text }) => text).join("") ?? "";
  for (const { said, resume: written } of consistency?.agreements ?? []) {
    expect(spoken).toContain(said.text);
    expect(resume).toContain(written.text);
    expect(said.seconds).toBeGreaterThanOrEqual(5);
  }
  expect(exchanges?.list).toHaveLength(2);
  expect(exchanges?.list[1]).toMatchObject({ kind: "answer", requirements: [{ text: "Kafka" }] });
  expect(exchanges?.coverage.map(({ state }) => state)).toEqual(["covered", "untouched"]);
  expect(delivery).toMatchObject({
    by: "lines",
    fillers: [{ text: "嗯", count: 1 }],
    beforeAnswerSeconds: { value: 2.5 },
  });
  expect(delivery?.perMinute.value).toBeGreaterThan(100);
  for (const { quotes } of summary ?? []) for (const { text } of quotes) expect(spoken).toContain(text);
  expect(summary?.map(({ statement }) => statement.code)).toContain("video_told");
  expect(scoresOf(analysis)).toMatchObject({ fraud_score: 0, openness_score: null });
  expect(analysis.confidence?.value).toBeGreaterThan(0.3);
  expect(analysis.confidence?.value).toBeLessThan(1);

  await unlinkVideo({ resumeId, viewer });
  expect(await analyse(viewer, videoId)).toBe("analysed");
  const alone = await findVideo({ videoId, viewer });
  expect(alone?.analysis?.consistency).toMatchObject({ score: null, checked: 0, hasResume: false });
  await linkVideo({ videoId, resumeId, viewer });
  await analyse(viewer, videoId);
  expect((await findVideo({ videoId, viewer }))?.analysis?.consistency?.score).toBe(0);
});

test("what differs is shown with both quotes and raises the score, and nothing else does", async () => {
  const { analysis } = await analysed(dishonest);
  const { consistency } = analysis;
  expect(consistency?.conflicts.map(({ kind }) => kind).sort()).toEqual(["degree", "joined"]);
  for (const { said, against } of consistency?.conflicts ?? []) {
    expect(said.seconds).toBeGreaterThanOrEqual(53);
    expect(against.where === "resume" && resume.includes(against.quote.text)).toBe(true);
  }
  const { score = 0, checked = 0 } = consistency ?? {};
  expect(checked).toBeGreaterThanOrEqual(7);
  expect(score).toBeGreaterThan(0.1);
  expect(score).toBeLessThan(0.6);
});

test("what is said twice and differently conflicts with itself", async () => {
  const twice = [
    ...honest.slice(0, 2),
    cue(16, 22, "周一鸣", "我有三年的工作经验，主要做后端。"),
    cue(22, 30, "周一鸣", "我工作了九年，大部分时间在做订单。"),
    ...honest.slice(3),
  ];
  const { analysis } = await analysed(twice);
  expect(analysis.consistency?.conflicts.map(({ reason }) => reason.code)).toContain("contradicts_total_years");
  const skill = [...honest, cue(53, 60, "周一鸣", "Java 我用了九年。"), cue(60, 66, "周一鸣", "Java 我用了六年吧。")];
  const { consistency } = (await analysed(skill)).analysis;
  expect(consistency?.conflicts).toMatchObject([
    {
      kind: "skill_years",
      reason: { code: "video_said_otherwise", values: { before: 9, after: 6 } },
      against: { where: "recording", quote: { text: "Java 我用了九年。", seconds: 53 } },
    },
  ]);
});

test("a transcript that is too poor gets no verdict, and the reason is kept", async () => {
  const viewer = await makeRecruiter();
  const videoId = await makeVideo(viewer);
  const loop = Array.from({ length: 40 }, (_, index) => cue(index, index + 1, "A", "谢谢大家的观看和支持"));
  await uploadTranscript({ videoId, bytes: vtt(loop), viewer });
  expect(await analyse(viewer, videoId)).toBe("refused");
  const video = await findVideo({ videoId, viewer });
  expect(video).toMatchObject({ state: "completed", analysis: { summary: null, consistency: null } });
  expect(video?.analysis?.quality).toMatchObject({ passes: false, reasons: [{ code: "quality_loop" }] });
  expect(video?.analysis && scoresOf(video.analysis).fraud_score).toBeNull();

  await uploadTranscript({ videoId, bytes: vtt(honest), viewer });
  await scopedDb(viewer.organisationId).video.update({ where: { id: videoId }, data: { durationSeconds: 3600 } });
  expect(await analyse(viewer, videoId)).toBe("refused");
  const codes = (await findVideo({ videoId, viewer }))?.analysis?.quality?.reasons.map(({ code }) => code);
  expect(codes).toEqual(["quality_little_covered", "quality_gap"]);
});

test("a change while it is being analysed throws the older analysis away; two who change do not overwrite each other", async () => {
  const { viewer, videoId, video } = await analysed(honest);
  if (!video.transcript) throw new Error("There is no transcript");
  const { organisationId } = viewer;
  const old = video.revision;
  const roles = { 周一鸣: "interviewer" as const, 面试官: "candidate" as const };
  const saved = await saveTranscript({ videoId, viewer, transcript: { ...video.transcript, roles }, revision: old });
  expect(saved.revision).toBe(old + 1);
  const late = saveTranscript({ videoId, viewer, transcript: video.transcript, revision: old });
  await expect(late).rejects.toMatchObject({ code: "conflict", message: "transcript_changed" });
  expect(await runAnalysisStep({ organisationId, videoId, revision: old, step: "quality" })).toEqual({
    outcome: "gone",
  });
  await analyse(viewer, videoId);
  const turned = await findVideo({ videoId, viewer });
  expect(turned?.analysis?.exchanges).toMatchObject({ speakersBy: "person" });
  expect(turned?.analysis?.consistency?.agreements).toEqual([]);
  await analyseAgain({ videoId, viewer });
  await analyse(viewer, videoId);
  const again = (await findVideo({ videoId, viewer }))?.analysis;
  expect({ ...again, revision: 0 }).toEqual({ ...turned?.analysis, revision: 0 });
});

test("traits are off until an organisation switches them on, and locked where a position may be in the EU", async () => {
  const { viewer, videoId, analysis } = await analysed(honest);
  expect(analysis.traits).toBeNull();
  const admin = await makeViewer("admin", { colleague: viewer });
  await saveOrganisationSettings({ settings: { showsTraits: true }, viewer: admin });
  const db = scopedDb(viewer.organisationId);
  const traitsIn = async (city: string) => {
    await db.positionVersion.updateMany({ data: { city } });
    await analyseAgain({ videoId, viewer });
    await analyse(viewer, videoId);
    return (await findVideo({ videoId, viewer }))?.analysis?.traits?.state;
  };
  expect(await traitsIn("Berlin")).toBe("locked_eu");
  expect(await traitsIn("")).toBe("locked_unknown");
  expect(await traitsIn("上海")).toBe("too_few_words");
  await saveOrganisationSettings({ settings: { showsTraits: false }, viewer: admin });
  expect((await findVideo({ videoId, viewer }))?.analysis?.traits).toBeNull();
});

test("recordings go after the days their organisation keeps them, with everything, and the audit log says so", async () => {
  const { viewer, videoId } = await analysed(honest);
  const young = await makeVideo(viewer);
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const { storageKey } = await db.video.findUniqueOrThrow({ where: { id: videoId } });
  const audioKeys = [`videos/${organisationId}/${videoId}-audio-1-0`];
  await storage().put(audioKeys[0] ?? "", Buffer.from("x"), "audio/webm");
  const old = new Date(Date.now() - 31 * 86_400_000);
  await db.video.update({ where: { id: videoId }, data: { createdAt: old, audioKeys } });
  await purgeVideos();
  expect(await db.video.count()).toBe(2);
  const admin = await makeViewer("admin", { colleague: viewer });
  await saveOrganisationSettings({ settings: { videoRetentionDays: 30 }, viewer: admin });
  await purgeVideos();
  expect((await db.video.findMany()).map(({ id }) => id)).toEqual([young]);
  await removeAbandonedFiles();
  for (const key of [storageKey, ...audioKeys]) expect(await storage().get(key)).toBeNull();
  const event = await db.auditEvent.findFirstOrThrow({ where: { action: "video.expired" } });
  expect(event).toMatchObject({ subjectId: videoId, actorId: null, details: { transcript: true, analysis: true } });
});

test("a stranger finds no video to change", async () => {
  const { videoId } = await analysed(honest);
  const stranger = await makeRecruiter();
  const change = uploadTranscript({ videoId, bytes: vtt(honest), viewer: stranger });
  await expect(change).rejects.toMatchObject({ code: "not_found" });
  await expect(analyseAgain({ videoId: randomUUID(), viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
});
