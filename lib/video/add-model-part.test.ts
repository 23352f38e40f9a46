import { afterAll, beforeAll, expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { resetEnv } from "@/lib/env";
import { saveOrganisationSettings } from "@/lib/organisation/settings";
import { makePosition, makeRecruiter, makeRequirement, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { fails, type ModelAnswer, type ModelRequest, says, startModelServer } from "@/lib/testing/openai-server";
import { useWorkspace } from "@/lib/testing/workspace";
import { runAnalysisStep } from "./analyse-video";
import { analysisSteps } from "./kinds";
import { findVideo } from "./list-videos";
import { uploadTranscript } from "./save-transcript";
import { addVideo, receiveVideo } from "./store-video";

useWorkspace();

let answer: (request: ModelRequest) => ModelAnswer;
let server: Awaited<ReturnType<typeof startModelServer>>;
beforeAll(async () => {
  server = await startModelServer((response, request) => answer(request)(response, request));
  Object.assign(process.env, { OPENAI_BASE_URL: server.baseUrl, OPENAI_MODEL_VIDEO: "reader-1" });
  resetEnv();
});
afterAll(async () => {
  await server.close();
  for (const name of ["OPENAI_BASE_URL", "OPENAI_MODEL_VIDEO"]) delete process.env[name];
  resetEnv();
});

const resume = `Jane Miller

Work Experience
Contoso Ltd  Engineer  Jan 2018 - Present
- Built the stock system in Java
`;
const calm = "I stay calm when the system is down at night.";
const planned = Array.from(
  { length: 30 },
  (_, at) => `In part ${at} I wrote the plan down and the others built it with me.`,
);
const lines = [calm, "I joined Contoso in 2012 and I am Jane Miller.", ...planned];
const vtt = `WEBVTT\n\n${lines
  .map((text, at) => `${stamp(at * 5)} --> ${stamp(at * 5 + 4)}\n<v Jane Miller>${text}\n`)
  .join("\n")}`;

function stamp(seconds: number) {
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}.000`;
}

async function analysed() {
  server.requests.length = 0;
  const viewer = await makeRecruiter();
  const admin = await makeViewer("admin", { colleague: viewer });
  await saveOrganisationSettings({ settings: { showsTraits: true }, viewer: admin });
  const { organisationId } = viewer;
  const { id: resumeId } = await makeResume({ owner: viewer, bytes: Buffer.from(resume), fileName: "jane.txt" });
  const { id: positionId } = await makePosition({ owner: viewer, requirements: [makeRequirement({ text: "Java" })] });
  await screen({ positionId, resumeIds: [resumeId], viewer });
  await scopedDb(organisationId).positionVersion.updateMany({ data: { city: "上海" } });
  const chunks = (async function* () {
    yield Buffer.from("RIFF\x24\0\0\0WAVEfmt made up".padEnd(80, "\0"), "latin1");
  })();
  const received = await receiveVideo(viewer, chunks);
  const names = { fileName: "a.wav", declaredType: "", candidateName: "Jane Miller", positionApplied: "" };
  const { id: videoId } = await addVideo({ viewer, received, ...names, resumeId });
  await uploadTranscript({ videoId, bytes: Buffer.from(vtt), viewer });
  const { revision } = await scopedDb(organisationId).video.findUniqueOrThrow({ where: { id: videoId } });
  for (const step of analysisSteps)
    expect(await runAnalysisStep({ organisationId, videoId, revision, step })).toEqual({ outcome: "done" });
  const video = await findVideo({ videoId, viewer });
  if (!video?.analysis) throw new Error("There is no analysis");
  return { video, analysis: video.analysis };
}

const isTraits = ({ messages }: ModelRequest) => messages[0]?.content.includes("Big Five") === true;
const sentence = { facts: ["F1"], zh: "讲了自己的计划。", en: "Plans of their own were told." };

test("a model marks words that stand there, code counts them, and its summary rests on facts and leads to quotes", async () => {
  const marks = planned.slice(0, 6).map((quote) => ({ trait: "conscientiousness", way: "up", quote }));
  const invented = { trait: "conscientiousness", way: "up", quote: "I am the most careful person alive." };
  const down = { trait: "neuroticism", way: "down", quote: "I stay calm" };
  answer = (request) => {
    if (isTraits(request)) return says({ marks: [...marks, marks[0], invented, down] });
    const conflict = /(F\d+): Says to have joined/.exec(request.messages[1]?.content ?? "")?.[1] ?? "";
    return says({ sentences: [{ ...sentence, facts: [conflict] }] });
  };
  const { video, analysis } = await analysed();
  expect(video.state).toBe("completed");
  const { traits, prose } = analysis;
  expect(traits).toMatchObject({ state: "hinted", model: "reader-1", failureReason: null });
  const careful = traits?.hints.find(({ trait }) => trait === "conscientiousness");
  // (6 + 5) / (6 + 10), whatever the model thinks; what was marked twice or stands nowhere does not count.
  expect(careful).toMatchObject({ up: 6, down: 0, value: 0.69 });
  expect((careful?.high ?? 0) - (careful?.low ?? 0)).toBeGreaterThanOrEqual(0.6);
  expect(careful?.quotes[0]).toMatchObject({ text: planned[0], seconds: 10 });
  // One sign is none.
  expect(traits?.hints.find(({ trait }) => trait === "neuroticism")).toMatchObject({
    down: 1,
    value: null,
    quotes: [],
  });
  expect(prose).toMatchObject({ model: "reader-1", failureReason: null, sentences: [{ en: sentence.en }] });
  expect(prose?.sentences[0]?.quotes).toMatchObject([{ seconds: 5 }]);
  // Once more after the words that stand nowhere; the name of nobody.
  expect(server.requests.filter(isTraits)).toHaveLength(2);
  for (const { messages, model } of server.requests) {
    expect(model).toBe("reader-1");
    expect(JSON.stringify(messages)).not.toContain("Jane Miller");
  }
});

test("when the model fails or invents, what the rules found stands, with the reason", async () => {
  answer = (request) =>
    isTraits(request) ? fails(401) : says({ sentences: [{ ...sentence, en: "Saved 95 percent." }] });
  const { video, analysis } = await analysed();
  expect(video.state).toBe("completed");
  expect(analysis.traits).toMatchObject({ state: "hinted", model: null, failureReason: "unauthorised" });
  expect(analysis.prose).toEqual({ model: "reader-1", sentences: [], failureReason: "invented" });
  expect(analysis.summary?.length).toBeGreaterThan(0);
  answer = () => says("I would rather talk about the weather.");
  const other = await analysed();
  expect(other.analysis.traits).toMatchObject({ model: null, failureReason: "not_understood" });
  expect(other.analysis.prose).toMatchObject({ sentences: [], failureReason: "not_understood" });
});
