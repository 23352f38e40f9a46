import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { resetEnv } from "@/lib/env";
import { applyChanges } from "@/lib/interview/apply-changes";
import { openAudio } from "@/lib/interview/audio";
import { changeInterview } from "@/lib/interview/change-interview";
import { createInterview } from "@/lib/interview/create-interview";
import { findInterview } from "@/lib/interview/find-interview";
import { finishInterview } from "@/lib/interview/finish-interview";
import { abandonInterview, deleteInterview, startInterview } from "@/lib/interview/hold-interview";
import { listInterviews } from "@/lib/interview/list-interviews";
import { loadLive } from "@/lib/interview/load-live";
import { planBuiltIn } from "@/lib/interview/make-plan";
import { practise } from "@/lib/interview/practise";
import { savePlan } from "@/lib/interview/save-plan";
import { saveScorecard } from "@/lib/interview/save-scorecard";
import type { AskedQuestion, Segment } from "@/lib/interview/schema";
import { deleteTemplate, listTemplates, saveTemplate } from "@/lib/interview/templates";
import { transcribe } from "@/lib/interview/transcribe";
import { saveOrganisationSettings } from "@/lib/organisation/settings";
import { setBlind } from "@/lib/position/set-blind";
import { setPositionMembers } from "@/lib/position/set-members";
import { storage } from "@/lib/storage/storage";
import { eicar } from "@/lib/testing/clamd-server";
import { makeApplication, makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { makeSpeechWav, startTranscriptionServer } from "@/lib/testing/transcription-server";
import { useClamd } from "@/lib/testing/use-clamd";
import { useWorkspace } from "@/lib/testing/workspace";

useWorkspace();
const clamd = useClamd();

const usual = { language: "en", level: "senior", minutes: 30, isPractice: false, scheduledAt: null } as const;

async function makeInterview({
  viewer,
  isPractice = false,
  isLive = true,
}: {
  viewer?: Viewer;
  isPractice?: boolean;
  isLive?: boolean;
} = {}) {
  const owner = viewer ?? (await makeRecruiter());
  const application = await makeApplication({ owner });
  const wanted = { ...usual, isPractice, applicationId: application.id, participantIds: [], viewer: owner };
  const { id: interviewId } = await createInterview(wanted);
  if (isLive) await startInterview({ interviewId, consent: "spoken", viewer: owner });
  return { owner, interviewId, ...application, applicationId: application.id };
}

const question = (text: string): AskedQuestion => ({
  ...{ text, planKey: null, requirementKey: null, skills: ["Java"], difficulty: 5, source: "own" },
});
const asked = (text = "How did you use Java?", id = randomUUID()) => ({
  id,
  question: question(text),
  startSeconds: 1,
});

function words(turnId: string, text: string, change: Partial<Segment & { edit: number }> = {}) {
  const place = { startSeconds: 2, endSeconds: 5 };
  return {
    id: randomUUID(),
    turnId,
    speaker: "candidate" as const,
    text,
    ...place,
    source: "typed" as const,
    edit: 1,
    ...change,
  };
}

const shown = async (interviewId: string, viewer: Viewer) =>
  (await loadLive({ interviewId, after: null, viewer }))?.turns.map(({ question: put, segments }) => [
    put.text,
    ...segments.map(({ text }) => text),
  ]);

test("a plan is made from position and resume, is changed by hand, and two editors do not overwrite each other", async () => {
  const { owner, interviewId } = await makeInterview({ isLive: false });
  const before = await findInterview({ interviewId, viewer: owner });
  const questions = before?.plan.sections.flatMap((section) => section.questions) ?? [];
  expect(questions.length).toBeGreaterThan(3);
  expect(before?.plan.sections.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
  expect(questions.some(({ requirementKey }) => requirementKey === before?.requirements[0]?.key)).toBe(true);
  const sections = before?.plan.sections.slice(0, 2) ?? [];
  const baseVersion = before?.planVersion ?? 0;
  await savePlan({ interviewId, sections, baseVersion, viewer: owner });
  const again = savePlan({ interviewId, sections: [], baseVersion, viewer: owner });
  await expect(again).rejects.toMatchObject({ code: "conflict", message: "plan_changed" });
  expect((await findInterview({ interviewId, viewer: owner }))?.plan.sections).toEqual(sections);
  await changeInterview({ interviewId, minutes: 60, viewer: owner });
  const longer = await findInterview({ interviewId, viewer: owner });
  expect(longer?.plan.sections.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60);
  await startInterview({ interviewId, consent: "none", viewer: owner });
  await expect(planBuiltIn({ interviewId, viewer: owner })).rejects.toMatchObject({ message: "interview_begun" });
});

test("the same interview is planned the same twice", async () => {
  const { owner, interviewId } = await makeInterview({ isLive: false });
  const plan = async () => JSON.stringify((await findInterview({ interviewId, viewer: owner }))?.plan);
  const first = await plan();
  await planBuiltIn({ interviewId, viewer: owner });
  expect(await plan()).toBe(first);
});

test("a template keeps a plan without what belongs to one candidate", async () => {
  const { owner, interviewId, applicationId } = await makeInterview({ isLive: false });
  const { id: templateId } = await saveTemplate({ name: "Backend", interviewId, viewer: owner });
  await saveTemplate({ name: "Backend", interviewId, viewer: owner });
  expect(await listTemplates(owner)).toMatchObject([{ id: templateId, name: "Backend" }]);
  const wanted = { ...usual, applicationId, participantIds: [], templateId, viewer: owner };
  const { id } = await createInterview(wanted);
  const questions = (await findInterview({ interviewId: id, viewer: owner }))?.plan.sections.flatMap(
    (one) => one.questions,
  );
  expect(questions?.length).toBeGreaterThan(0);
  expect(questions?.every(({ quote, requirementKey }) => quote === null && requirementKey === null)).toBe(true);
  await expect(deleteTemplate({ templateId, viewer: await makeRecruiter() })).rejects.toMatchObject({
    code: "not_found",
  });
  await deleteTemplate({ templateId, viewer: owner });
  expect(await listTemplates(owner)).toEqual([]);
});

test("what is sent twice, late or in the wrong order comes to the same", async () => {
  const { owner, interviewId } = await makeInterview();
  const apply = (change: Partial<Parameters<typeof applyChanges>[0]>) =>
    applyChanges({ interviewId, turns: [], segments: [], viewer: owner, ...change });
  const turn = asked();
  const first = words(turn.id, "I used");
  await apply({ turns: [turn], segments: [first] });
  await apply({ turns: [turn], segments: [first] });
  await apply({ segments: [{ ...first, text: "I used Java for five years", edit: 3 }] });
  await apply({ segments: [{ ...first, text: "I used Java", edit: 2 }] });
  expect(await shown(interviewId, owner)).toEqual([["How did you use Java?", "I used Java for five years"]]);
  await apply({ segments: [{ ...first, text: "", edit: 4 }] });
  expect(await shown(interviewId, owner)).toEqual([["How did you use Java?"]]);
});

test("two interviewers at once ask one after the other, and nothing of either is lost", async () => {
  const { owner, interviewId, positionId } = await makeInterview();
  const colleague = await makeViewer("interviewer", { colleague: owner });
  await setPositionMembers({ positionId, userIds: [colleague.userId], viewer: owner });
  await Promise.all(
    [owner, colleague].flatMap((viewer) =>
      Array.from({ length: 5 }, async (_, index) => {
        const turn = asked(`${viewer.name} ${index}`);
        await applyChanges({ interviewId, turns: [turn], segments: [words(turn.id, "An answer")], viewer });
      }),
    ),
  );
  const live = await loadLive({ interviewId, after: null, viewer: colleague });
  expect(live?.turns.map(({ round }) => round)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(live?.turns.every(({ segments }) => segments.length === 1)).toBe(true);
  expect(live?.participants.map(({ userId }) => userId).toSorted()).toEqual(
    [owner.userId, colleague.userId].toSorted(),
  );
  expect(await loadLive({ interviewId, after: live?.revision ?? 0, viewer: owner })).toBeNull();
});

test("words go to questions of their own interview only", async () => {
  const { owner, interviewId } = await makeInterview();
  const other = await makeInterview({ viewer: owner });
  const theirs = asked();
  await applyChanges({ interviewId: other.interviewId, turns: [theirs], segments: [], viewer: owner });
  const wrong = [
    { turns: [theirs], segments: [] },
    { turns: [], segments: [words(theirs.id, "Hello")] },
  ];
  for (const change of wrong)
    await expect(applyChanges({ interviewId, ...change, viewer: owner })).rejects.toMatchObject({
      code: "bad_request",
    });
  const stranger = await makeRecruiter();
  await expect(applyChanges({ interviewId, turns: [asked()], segments: [], viewer: stranger })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("an interview is planned, live and over in that order, and over it takes what was held back", async () => {
  const { owner, interviewId } = await makeInterview({ isLive: false });
  const turn = asked();
  const apply = () => applyChanges({ interviewId, turns: [turn], segments: [], viewer: owner });
  await expect(apply()).rejects.toMatchObject({ message: "interview_not_live" });
  await expect(finishInterview({ interviewId, viewer: owner })).rejects.toMatchObject({
    message: "interview_not_live",
  });
  await startInterview({ interviewId, consent: "written", viewer: owner });
  const { startedAt } = await scopedDb(owner.organisationId).interview.findUniqueOrThrow({
    where: { id: interviewId },
  });
  await startInterview({ interviewId, consent: "none", viewer: owner });
  await expect(finishInterview({ interviewId, viewer: owner })).rejects.toMatchObject({ message: "nothing_asked" });
  await apply();
  await finishInterview({ interviewId, viewer: owner });
  const found = await findInterview({ interviewId, viewer: owner });
  expect(found).toMatchObject({ state: "completed", startedAt: startedAt?.toISOString(), consent: { way: "written" } });
  await applyChanges({ interviewId, turns: [], segments: [words(turn.id, "Late, but said")], viewer: owner });
  expect(await shown(interviewId, owner)).toEqual([["How did you use Java?", "Late, but said"]]);
  expect((await findInterview({ interviewId, viewer: owner }))?.report?.evaluations).toHaveLength(1);
  await expect(abandonInterview({ interviewId, viewer: owner })).rejects.toMatchObject({ message: "interview_over" });
  const audit = await scopedDb(owner.organisationId).auditEvent.findMany({ where: { subjectId: interviewId } });
  expect(audit.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["interview.created", "interview.started", "interview.finished"]),
  );
});

test("a scorecard is nobody else's before it is submitted, and others' are shown to who has submitted", async () => {
  const { owner, interviewId, positionId } = await makeInterview();
  const colleague = await makeViewer("interviewer", { colleague: owner });
  await setPositionMembers({ positionId, userIds: [colleague.userId], viewer: owner });
  const turn = asked();
  await applyChanges({
    interviewId,
    turns: [turn],
    segments: [words(turn.id, "I used Java.")],
    notes: { text: "calm", edit: 5 },
    viewer: owner,
  });
  await applyChanges({ interviewId, turns: [], segments: [], notes: { text: "old", edit: 4 }, viewer: owner });
  await applyChanges({ interviewId, turns: [], segments: [], notes: { text: "theirs", edit: 1 }, viewer: colleague });
  await finishInterview({ interviewId, viewer: owner });
  const card = { lines: [], recommendation: "yes" as const, comment: "Good" };
  await saveScorecard({ interviewId, ...card, isSubmitted: false, viewer: owner });
  const see = (viewer: Viewer) => findInterview({ interviewId, viewer });
  expect((await see(colleague))?.scorecards).toEqual([]);
  expect((await see(owner))?.own).toMatchObject({ notes: "calm", scorecard: card, isSubmitted: false });
  await saveScorecard({ interviewId, ...card, isSubmitted: true, viewer: owner });
  expect((await see(colleague))?.scorecards).toEqual([]);
  expect(JSON.stringify(await see(colleague))).not.toContain("calm");
  await saveScorecard({ interviewId, ...card, comment: "Mine", isSubmitted: true, viewer: colleague });
  expect((await see(colleague))?.scorecards).toMatchObject([{ name: owner.name, comment: "Good", notes: "calm" }]);
  expect((await see(owner))?.scorecards).toMatchObject([{ name: colleague.name, comment: "Mine", notes: "theirs" }]);
  const late = saveScorecard({ interviewId, ...card, isSubmitted: true, viewer: owner });
  await expect(late).rejects.toMatchObject({ code: "conflict", message: "scorecard_submitted" });
});

test("interviews are seen by who sees the candidate, deleted by recruiters, and interviewers are chosen among those", async () => {
  const { owner, interviewId, positionId, applicationId } = await makeInterview();
  const interviewer = await makeViewer("interviewer", { colleague: owner });
  expect(await findInterview({ interviewId, viewer: interviewer })).toBeNull();
  expect(await listInterviews({ viewer: interviewer })).toEqual([]);
  const wanted = { ...usual, applicationId, participantIds: [interviewer.userId], viewer: owner };
  await expect(createInterview(wanted)).rejects.toMatchObject({ message: "interviewer_not_allowed" });
  await setPositionMembers({ positionId, userIds: [interviewer.userId], viewer: owner });
  expect(await listInterviews({ viewer: interviewer })).toMatchObject([{ id: interviewId, round: 1 }]);
  const { id: second } = await createInterview(wanted);
  expect(await findInterview({ interviewId: second, viewer: interviewer })).toMatchObject({ round: 2 });
  await expect(deleteInterview({ interviewId, viewer: interviewer })).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await makeRecruiter();
  await expect(deleteInterview({ interviewId, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  await deleteInterview({ interviewId, viewer: owner });
  const left = await scopedDb(owner.organisationId).interviewSegment.count({ where: { interviewId } });
  expect(left).toBe(0);
});

test("of a blind position no plan, suggestion or report says who it is", async () => {
  const { owner, interviewId, positionId, resumeId } = await makeInterview({ isLive: false });
  const name = (await scopedDb(owner.organisationId).resume.findUniqueOrThrow({ where: { id: resumeId } }))
    .candidateName;
  await setBlind({ positionId, blind: "person", viewer: owner });
  await planBuiltIn({ interviewId, viewer: owner });
  await startInterview({ interviewId, consent: "none", viewer: owner });
  const turn = asked();
  await applyChanges({
    interviewId,
    turns: [turn],
    segments: [words(turn.id, "I built things with Java.")],
    viewer: owner,
  });
  const live = await loadLive({ interviewId, after: null, viewer: owner });
  await finishInterview({ interviewId, viewer: owner });
  const found = await findInterview({ interviewId, viewer: owner });
  expect(found).toMatchObject({ isBlind: true, candidateName: expect.stringMatching(/^#/) });
  expect(name).toBeTruthy();
  for (const value of [found, live, await listInterviews({ viewer: owner })])
    expect(JSON.stringify(value)).not.toContain(name);
});

test("practice answers from the resume, once for each question, and stands in no list of real ones", async () => {
  const { owner, interviewId } = await makeInterview({ isPractice: true });
  const turn = asked("What have you done with Java?");
  await applyChanges({ interviewId, turns: [turn], segments: [], viewer: owner });
  const [first, second] = [
    await practise({ interviewId, turnId: turn.id, viewer: owner }),
    await practise({ interviewId, turnId: turn.id, viewer: owner }),
  ];
  expect(first?.turns[0]?.segments).toMatchObject([{ speaker: "candidate", text: expect.stringMatching(/\w/) }]);
  expect(second?.turns[0]?.segments).toHaveLength(1);
  await finishInterview({ interviewId, viewer: owner });
  expect(await findInterview({ interviewId, viewer: owner })).toMatchObject({ report: null, isPractice: true });
  expect(await listInterviews({ viewer: owner })).toEqual([]);
  expect(await listInterviews({ isPractice: true, viewer: owner })).toMatchObject([{ id: interviewId }]);
  expect(await listInterviews({ isPractice: true, viewer: await makeRecruiter({ colleague: owner }) })).toEqual([]);
  const real = await makeInterview({ viewer: owner });
  await expect(practise({ interviewId: real.interviewId, turnId: turn.id, viewer: owner })).rejects.toMatchObject({
    message: "not_practice",
  });
});

test("sound is kept where organisation and candidate agree, and goes with the words or the interview", async () => {
  const server = await startTranscriptionServer((_heard, count) => ({ text: count === 3 ? "" : `Sentence ${count}.` }));
  Object.assign(process.env, { TRANSCRIPTION_BASE_URL: server.baseUrl });
  resetEnv();
  try {
    const owner = await makeViewer("admin");
    const audio = new Uint8Array(makeSpeechWav([{ silence: 0, speech: 1 }], 16_000));
    const hear = async (interviewId: string, segmentId = randomUUID()) => {
      const text = await transcribe({ interviewId, audio, segmentId, context: "", viewer: owner });
      return { segmentId, text };
    };
    const begin = async (keepsAudio: boolean) => {
      const { interviewId } = await makeInterview({ viewer: owner, isLive: false });
      await startInterview({ interviewId, consent: "spoken", keepsAudio, viewer: owner });
      return interviewId;
    };
    const kept = async (interviewId: string) => (await findInterview({ interviewId, viewer: owner }))?.audioSegmentIds;
    const notAllowed = await begin(true);
    await saveOrganisationSettings({ settings: { keepsInterviewAudio: true }, viewer: owner });
    const notAgreed = await begin(false);
    await hear(notAllowed);
    await hear(notAgreed);
    expect([await kept(notAllowed), await kept(notAgreed)]).toEqual([[], []]);

    const interviewId = await begin(true);
    await hear(interviewId);
    expect(await kept(interviewId)).toEqual([]);
    const { segmentId, text } = await hear(interviewId);
    await hear(interviewId, segmentId);
    const other = await hear(interviewId);
    expect((await kept(interviewId))?.toSorted()).toEqual([segmentId, other.segmentId].toSorted());
    const { storageKey, bytes } = await openAudio({ interviewId, segmentId, viewer: owner });
    expect(Buffer.from((await storage().get(storageKey)) ?? [])).toEqual(Buffer.from(audio));
    expect(bytes).toBe(audio.length);

    const stranger = await makeRecruiter();
    await expect(openAudio({ interviewId, segmentId, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
    const turn = asked();
    const say = (said: string, edit: number) =>
      applyChanges({
        interviewId,
        turns: [turn],
        segments: [words(turn.id, said, { id: segmentId, edit })],
        viewer: owner,
      });
    await say(text, 1);
    expect(await kept(interviewId)).toContain(segmentId);
    await say("", 2);
    expect(await kept(interviewId)).toEqual([other.segmentId]);
    expect(await storage().get(storageKey)).toBeNull();

    const last = await openAudio({ interviewId, segmentId: other.segmentId, viewer: owner });
    await deleteInterview({ interviewId, viewer: owner });
    expect(await storage().get(last.storageKey)).toBeNull();
  } finally {
    delete process.env.TRANSCRIPTION_BASE_URL;
    resetEnv();
    await server.close();
  }
});

test("sound with a virus is neither heard nor kept, and none is kept while the scanner is away", async () => {
  let heard = 0;
  const server = await startTranscriptionServer((_heard, count) => {
    heard = count;
    return { text: "A sentence." };
  });
  Object.assign(process.env, { TRANSCRIPTION_BASE_URL: server.baseUrl });
  clamd.scan();
  try {
    const owner = await makeViewer("admin");
    await saveOrganisationSettings({ settings: { keepsInterviewAudio: true }, viewer: owner });
    const { interviewId } = await makeInterview({ viewer: owner, isLive: false });
    await startInterview({ interviewId, consent: "spoken", keepsAudio: true, viewer: owner });
    const speech = makeSpeechWav([{ silence: 0, speech: 1 }], 16_000);
    const hear = (audio: Uint8Array<ArrayBuffer>, segmentId?: string) =>
      transcribe({ interviewId, audio, segmentId, context: "", viewer: owner });
    const kept = async () => (await findInterview({ interviewId, viewer: owner }))?.audioSegmentIds;

    const infected = new Uint8Array(Buffer.concat([speech, Buffer.from(eicar)]));
    await expect(hear(infected, randomUUID())).rejects.toMatchObject({
      ...{ code: "unsupported_type", message: "sound_infected" },
    });
    clamd.scan("tcp://127.0.0.1:1");
    const clean = new Uint8Array(speech);
    const segmentId = randomUUID();
    await expect(hear(clean, segmentId)).rejects.toMatchObject({ code: "unavailable", message: "scanner_away" });
    expect(await kept()).toEqual([]);
    expect(heard).toBe(0);
    expect(await hear(clean)).toBe("A sentence.");
    clamd.scan();
    expect(await hear(clean, segmentId)).toBe("A sentence.");
    expect(await kept()).toEqual([segmentId]);
  } finally {
    delete process.env.TRANSCRIPTION_BASE_URL;
    resetEnv();
    await server.close();
  }
});

test("speech is turned into text with the candidate's consent only, and a failing endpoint says so", async () => {
  let status = 200;
  const server = await startTranscriptionServer(() => ({ status, text: " 我用过 Kafka。 " }));
  try {
    const { owner, interviewId } = await makeInterview();
    const audio = new Uint8Array(makeSpeechWav([{ silence: 0, speech: 1 }], 16_000));
    const hear = (id = interviewId, viewer = owner) =>
      transcribe({ interviewId: id, audio, context: "前面说过的话", viewer });
    await expect(hear()).rejects.toMatchObject({ message: "no_transcription" });
    Object.assign(process.env, { TRANSCRIPTION_BASE_URL: `${server.baseUrl}/`, TRANSCRIPTION_MODEL: "hears-well" });
    resetEnv();
    expect(await hear()).toBe("我用过 Kafka。");
    expect(server.heard).toMatchObject([{ language: "en", prompt: "前面说过的话", model: "hears-well" }]);
    status = 500;
    await expect(hear()).rejects.toMatchObject({ code: "unavailable", message: "transcription_failed" });
    const silent = await makeInterview({ viewer: owner, isLive: false });
    await expect(hear(silent.interviewId)).rejects.toMatchObject({ message: "interview_not_live" });
    await startInterview({ interviewId: silent.interviewId, consent: "none", viewer: owner });
    await expect(hear(silent.interviewId)).rejects.toMatchObject({ message: "no_consent" });
    expect(server.heard).toHaveLength(2);
  } finally {
    delete process.env.TRANSCRIPTION_BASE_URL;
    resetEnv();
    await server.close();
  }
});
