import { randomUUID } from "node:crypto";
import type { APIResponse } from "@playwright/test";
import { z } from "zod";
import { makeSpeechWav } from "../../lib/testing/transcription-server";
import { expect, test } from "../fixtures";
import type { Api } from "../support/api";
import * as hrm2 from "../support/hrm2";

const wav = makeSpeechWav([{ silence: 0.1, speech: 0.5 }], 16_000);
const position = { position: "后端开发工程师", required_skills: ["Java"] };
const content = (name: string) => `${name}\n\n工作经历\n2018.01 - 至今    星桥科技有限公司    后端开发工程师\nJava\n`;

async function read<Shape extends z.ZodType>(response: APIResponse, shape: Shape, status = 200) {
  expect(response.status(), await response.text()).toBe(status);
  return shape.parse(await response.json()) as z.infer<Shape>;
}

async function screened(api: Api, name: string): Promise<{ resumeId: string; taskId: string }> {
  const resumes = [{ name: `${name}.txt`, content: content(name) }];
  const { task_id: taskId } = await (
    await api.call("POST", "/resume-screening/screening/", { position, resumes })
  ).json();
  let resumeId = "";
  await expect
    .poll(async () => {
      const task = await (await api.call("GET", `/resume-screening/tasks/${taskId}/status/`)).json();
      resumeId = task.resume_data?.[0]?.id ?? "";
      return task.status;
    })
    .toBe("completed");
  return { resumeId, taskId };
}

type Sent = { name?: string; buffer?: Buffer; fields?: Record<string, string> };

function upload(api: Api, { name = "面试.wav", buffer = wav, fields = {} }: Sent = {}, path = "/video-analysis/") {
  // The file comes first, as a browser's form may have it.
  const video_file = { name, mimeType: "audio/wav", buffer };
  return api.form(path, { video_file, candidate_name: "周一", position_applied: "后端开发工程师", ...fields });
}

test("a recording is kept, checked, shown with its resume, played by parts, and scored by nobody but an outside analyser", async ({
  api,
}) => {
  const recruiter = api("recruiter");
  const { resumeId, taskId } = await screened(recruiter, "周一");
  const sent = await upload(recruiter, { fields: { resume_data_id: resumeId, video_name: "一面" } });
  const video = await read(sent, hrm2.bare(hrm2.uploadedVideo.shape), 201);
  expect(video).toMatchObject({ id: video.video_id, video_name: "一面", status: "pending", resume_data_id: resumeId });
  const at = `/video-analysis/${video.id}`;
  const status = async () => read(await recruiter.call("GET", `${at}/status/`), hrm2.bare(hrm2.videoStatus.shape));
  await expect.poll(async () => (await status()).status).toBe("completed");
  const unscored = await status();
  expect(unscored).toMatchObject({ fraud_score: null, openness_score: null, confidence_score: null });
  expect(unscored.file_size).toBe(wav.length);

  const whole = await recruiter.call("GET", unscored.video_file);
  expect(whole.headers()).toMatchObject({ "accept-ranges": "bytes", "content-type": "audio/wav" });
  expect((await whole.body()).equals(wav)).toBe(true);
  const part = await recruiter.call("GET", unscored.video_file, undefined, { range: "bytes=4-11" });
  expect(part.status()).toBe(206);
  expect(part.headers()["content-range"]).toBe(`bytes 4-11/${wav.length}`);
  expect((await part.body()).equals(wav.subarray(4, 12))).toBe(true);
  expect((await recruiter.call("GET", unscored.video_file, undefined, { range: "bytes=99999999-" })).status()).toBe(
    416,
  );

  const scores = { fraud_score: 0.1, openness_score: "0.7", confidence_score: 0.9, summary: "清楚" };
  const updated = await read(await recruiter.call("POST", `${at}/update/`, scores), hrm2.bare(hrm2.updatedVideo.shape));
  expect(updated).toMatchObject({ status: "completed", analysis_result: { fraud_score: 0.1, openness_score: 0.7 } });
  await recruiter.call("POST", `${at}/update/`, { fraud_score: null, agreeableness_score: 0.4 });
  expect(await status()).toMatchObject({
    ...{ fraud_score: 0.1, agreeableness_score: 0.4, extraversion_score: null, confidence_score: 0.9, summary: "清楚" },
  });
  for (const wrong of [{ fraud_score: "viel" }, { fraud_score: 2 }, { status: "done" }])
    await read(await recruiter.call("POST", `${at}/update/`, wrong), hrm2.error, 400);

  const shape = hrm2.bare({ videos: z.array(hrm2.listedVideo), ...hrm2.page });
  const listed = await read(await recruiter.call("GET", "/video-analysis/list/"), shape);
  expect(listed.videos).toMatchObject([{ id: video.id, confidence_score: 0.9 }]);
  expect((await read(await recruiter.call("GET", "/video-analysis/list/?status=failed"), shape)).total).toBe(0);
  expect((await read(await recruiter.call("GET", "/video-analysis/list/?candidate_name=周"), shape)).total).toBe(1);

  const made = await (await recruiter.call("POST", "/position-settings/positions/", position)).json();
  const address = `/position-settings/positions/${made.data.id}/assign-resumes/`;
  expect((await recruiter.call("POST", address, { resume_data_ids: [resumeId] })).status()).toBe(200);
  const withResumes = await (await recruiter.call("GET", "/position-settings/positions/?include_resumes=true")).json();
  expect(withResumes.data.positions[0].resumes[0]).toMatchObject({
    video_analysis: { id: video.id, video_id: video.id, status: "completed", fraud_score: 0.1 },
    video_analysis_status: "completed",
  });
  const task = await (await recruiter.call("GET", `/resume-screening/tasks/${taskId}/status/`)).json();
  expect(task.resume_data[0].video_analysis).toEqual({
    ...{ video_id: video.id, video_name: "一面", status: "completed", confidence_score: 0.9 },
  });
});

test("what was said is held against the resume, and the scores are read back", async ({ api }) => {
  const recruiter = api("recruiter");
  const { resumeId } = await screened(recruiter, "周一");
  const video = await read(
    await upload(recruiter, { fields: { resume_data_id: resumeId } }),
    hrm2.bare(hrm2.uploadedVideo.shape),
    201,
  );
  const said = [
    "面试官：请介绍一下你的工作经历。",
    "周一：我2012年加入星桥科技，现在我是后端开发工程师，每天用 Java 写订单服务。",
    "周一：我用 Java 重写了结算系统，因为以前的程序太慢，响应时间从800毫秒降到120毫秒。",
    "周一：我的 Java 用了八年，我有八年的工作经验，都在做后端开发，一直在这家公司工作，带过新人，也处理过线上故障。",
  ];
  const sent = await recruiter.call("PUT", `/api/v1/videos/${video.id}/transcript`, Buffer.from(said.join("\n")), {
    "content-type": "text/plain",
  });
  expect(sent.status()).toBe(204);
  const status = async () =>
    read(await recruiter.call("GET", `/video-analysis/${video.id}/status/`), hrm2.bare(hrm2.videoStatus.shape));
  await expect.poll(async () => (await status()).fraud_score).toBeGreaterThan(0);
  const scored = await status();
  expect(scored).toMatchObject({ status: "completed", openness_score: null });
  expect(scored.confidence_score).toBeGreaterThan(0);
  expect(scored.summary).toContain("请介绍一下你的工作经历");
});

test("videos and resumes are linked one to one, and a group whose members all have one moves on", async ({ api }) => {
  const recruiter = api("recruiter");
  const [one, other] = [await screened(recruiter, "周一"), await screened(recruiter, "吴二")];
  const video = await read(await upload(recruiter), hrm2.bare(hrm2.uploadedVideo.shape), 201);
  const second = await read(await upload(recruiter), hrm2.bare(hrm2.uploadedVideo.shape), 201);
  const link = (resume_data_id: string, video_analysis_id: string) =>
    recruiter.call("POST", "/resume-screening/link-resume-to-video/", { resume_data_id, video_analysis_id });
  const linked = await read(await link(one.resumeId, video.id), hrm2.bare(hrm2.linkedVideo.shape));
  expect(linked).toMatchObject({ candidate_name: "周一", video_analysis_id: video.id });
  const again = await read(await link(one.resumeId, second.id), hrm2.error, 400);
  expect(again).toMatchObject({ errors: { existing_video_id: video.id } });
  await read(await link(other.resumeId, video.id), hrm2.error, 400);
  await read(await link(randomUUID(), second.id), hrm2.error, 404);
  await read(await link(other.resumeId, randomUUID()), hrm2.error, 404);

  const body = { group_name: "一组", resume_data_ids: [one.resumeId] };
  const group = await (await recruiter.call("POST", "/resume-screening/groups/create/", body)).json();
  const groupId = group.group_id ?? group.group?.id;
  await expect
    .poll(async () => (await (await recruiter.call("GET", `/resume-screening/groups/${groupId}/`)).json()).group.status)
    .toBe("interview_analysis_completed");
  const unlink = () =>
    recruiter.call("POST", "/resume-screening/unlink-resume-from-video/", { resume_data_id: one.resumeId });
  const unlinked = await read(await unlink(), hrm2.bare(hrm2.unlinkedVideo.shape));
  expect(unlinked).toMatchObject({ disconnected_video_id: video.id });
  await read(await unlink(), hrm2.error, 400);
});

test("what is no recording, lacks a field or belongs to nobody is refused and not kept", async ({ api }) => {
  const recruiter = api("recruiter");
  const text = await upload(recruiter, { name: "cv.mp4", buffer: Buffer.from("<html>no video</html>") });
  await read(text, hrm2.error, 415);
  for (const fields of [{ candidate_name: "" }, { position_applied: " " }, { resume_data_id: "x" }] as Record<
    string,
    string
  >[])
    await read(await upload(recruiter, { fields }), hrm2.error, 400);
  await read(await upload(recruiter, { fields: { resume_data_id: randomUUID() } }), hrm2.error, 404);
  await read(await recruiter.form("/video-analysis/", { candidate_name: "a", position_applied: "b" }), hrm2.error, 400);
  await read(await recruiter.call("POST", "/video-analysis/", {}), hrm2.error, 415);
  await read(await recruiter.call("GET", `/video-analysis/${randomUUID()}/status/`), hrm2.error, 404);
  await read(await upload(api("hiring_manager")), hrm2.error, 403);
  expect((await (await recruiter.call("GET", "/video-analysis/list/")).json()).total).toBe(0);
});

test("the later generation names a video by its id", async ({ api }) => {
  const recruiter = api("recruiter");
  const sent = await upload(recruiter, {}, "/api/videos/upload/");
  const { data } = await sent.json();
  expect(data).toMatchObject({ id: expect.any(String), status: "pending" });
  expect(data).not.toHaveProperty("video_id");
  await expect
    .poll(async () => (await (await recruiter.call("GET", `/api/videos/${data.id}/status/`)).json()).data.status)
    .toBe("completed");
  for (const method of ["POST", "PUT"]) {
    const answer = await (await recruiter.call(method, `/api/videos/${data.id}/`, { fraud_score: 0.2 })).json();
    expect(answer).toMatchObject({ code: 200, data: { id: data.id, analysis_result: { fraud_score: 0.2 } } });
  }
  const listed = await (await recruiter.call("GET", "/api/videos/")).json();
  expect(listed).toMatchObject({ code: 200, data: { total: 1, videos: [{ id: data.id }] } });
  expect(listed.data.videos[0]).not.toHaveProperty("video_id");
});
