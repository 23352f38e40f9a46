import "server-only";
import { randomUUID } from "node:crypto";
import { assertCan, visibleApplications, visibleInterviews, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { applyChanges } from "@/lib/interview/apply-changes";
import { createInterview } from "@/lib/interview/create-interview";
import { evaluateAnswer } from "@/lib/interview/engine/evaluate-answer";
import { poolQuestions } from "@/lib/interview/engine/pool-questions";
import { suggestQuestions } from "@/lib/interview/engine/suggest-questions";
import { finishInterview } from "@/lib/interview/finish-interview";
import { deleteInterview, startInterview } from "@/lib/interview/hold-interview";
import { loadTurns } from "@/lib/interview/load-live";
import { loadSubject } from "@/lib/interview/load-subject";
import {
  candidateLevel,
  type Evaluation,
  evaluation as evaluationShape,
  interviewPlan,
  interviewReport,
  type Suggestion,
  type Turn,
} from "@/lib/interview/schema";
import { sayInterview } from "@/lib/interview/statements";
import { answerText } from "@/lib/interview/view";
import { type Answer, Hrm2Error, notFound } from "./answer";
import { type Call, given, isFields, isoTime, optionalText, requiredId } from "./call";
import { showResumes } from "./hide-person";
import { toCandidateQuestion, toEvaluation, toHints, toReport } from "./interview-shape";
import { interviewReportUrl } from "./media";
import { toSummary } from "./report";
import { newestRuns, resumeSelect, shownName, toScores } from "./resumes";

const longestSummary = 200;

/** E35 POST. */
export async function openInterview(call: Call): Promise<Answer> {
  const { viewer } = call;
  const resumeId = requiredId(call, "resume_data_id");
  const config = given(call, "job_config");
  if (config !== undefined && !isFields(config)) throw new Hrm2Error(400, "job_config 应为对象。");
  const { application, name } = await findCandidate(resumeId, viewer, config?.title);
  const title = typeof config?.title === "string" && config.title ? config.title : application.position.title;
  const { description = "", requirements = {} } = config ?? {};
  const { id } = await createInterview({
    ...{ applicationId: application.id, language: "zh", level: "senior", minutes: 45, viewer },
    ...{ isPractice: false, scheduledAt: null, participantIds: [] },
    jobConfig: { title, description: String(description), requirements },
  });
  const row = await scopedDb(viewer.organisationId).interview.findUniqueOrThrow({ where: { id } });
  const screened = (await newestRuns([resumeId], viewer)).get(resumeId);
  return {
    ...{ status: 201, message: "面试已创建。" },
    data: {
      ...{ session_id: id, candidate_name: name, position_title: title, created_at: isoTime(row.createdAt) },
      resume_summary: {
        ...{ candidate_name: name, position_title: title },
        ...(screened && {
          screening_score: toScores(screened.result),
          screening_summary: toSummary(screened.result).slice(0, longestSummary),
        }),
      },
    },
  };
}

/** E35 GET. */
export async function listInterviewsOfResume(call: Call): Promise<Answer> {
  const { viewer } = call;
  assertCan(viewer, "interview:read");
  const resumeId = requiredId(call, "resume_id");
  const db = scopedDb(viewer.organisationId);
  const rows = await db.interview.findMany({
    where: { resumeId, isPractice: false, ...visibleInterviews(viewer) },
    orderBy: [{ createdAt: "desc" }, { number: "desc" }],
    select: { id: true, resumeId: true, report: true, createdAt: true },
  });
  const data = await Promise.all(
    rows.map(async ({ id, report, createdAt }) => ({
      ...{ id, resume_data_id: resumeId, qa_records: await listRecords(id, viewer), created_at: isoTime(createdAt) },
      ...(report !== null && { final_report: toReport(interviewReport.parse(report)) }),
    })),
  );
  return { message: "面试列表。", data };
}

/** E35 DELETE: which one is not said. */
export async function deleteUnnamed(): Promise<Answer> {
  throw new Hrm2Error(400, "缺少面试编号。");
}

/** E36 GET. */
export async function getSession(call: Call): Promise<Answer> {
  const { row, name, title } = await findSession(call);
  const count = await scopedDb(call.viewer.organisationId).interviewTurn.count({ where: { interviewId: row.id } });
  const report = row.report === null ? null : toReport(interviewReport.parse(row.report));
  return {
    message: "面试详情。",
    data: {
      ...{ session_id: row.id, candidate_name: name, position_title: title, current_round: count, qa_count: count },
      is_completed: row.state === "completed",
      ...{ created_at: isoTime(row.createdAt), updated_at: isoTime(row.updatedAt) },
      ...(report && { has_final_report: true, final_report_summary: report.overall_assessment.summary }),
    },
  };
}

/** E36 DELETE. */
export async function deleteSession(call: Call): Promise<Answer> {
  const { row } = await findSession(call);
  await deleteInterview({ interviewId: row.id, viewer: call.viewer });
  return { message: "面试已删除。" };
}

/** E37. Nothing is stored. */
export async function generateQuestions(call: Call): Promise<Answer> {
  const { row } = await findSession(call);
  refuseCompleted(row);
  const subject = await getSubject(row.id, call.viewer);
  const level = candidateLevel.safeParse(given(call, "candidate_level")).data ?? "senior";
  const named = given(call, "categories");
  const categories = Array.isArray(named) ? named.filter((one) => typeof one === "string" && one.trim() !== "") : [];
  const { questions, interestPoints } = poolQuestions(
    { ...subject, level },
    {
      categories: categories.length > 0 ? categories : ["简历相关", "专业能力", "行为面试"],
      countPerCategory: whole(call, "count_per_category", 2, { least: 0, most: 20 }),
      focusOnResume: flag(call, "focus_on_resume", true),
      interestPointCount: whole(call, "interest_point_count", 2, { least: 1, most: 3 }),
    },
  );
  return {
    message: "面试问题已生成。",
    data: {
      session_id: row.id,
      question_pool: questions.map(({ expectedSkills, ...question }) => ({
        ...question,
        expected_skills: expectedSkills,
      })),
      resume_highlights: interestPoints.map(({ content }) => content),
      interest_points: interestPoints.map(({ content, question, reason }) => ({ content, question, reason })),
    },
  };
}

/** E38. */
export async function recordAnswer(call: Call): Promise<Answer> {
  const { viewer } = call;
  const { row } = await findSession(call);
  refuseCompleted(row);
  const question = readContent(call, "question");
  const answer = readContent(call, "answer");
  if (row.state === "planned") await startInterview({ interviewId: row.id, consent: "none", viewer });
  const turnId = randomUUID();
  const startSeconds = row.startedAt ? Math.max(0, (Date.now() - row.startedAt.getTime()) / 1000) : 0;
  const skills = Array.isArray(question.expected_skills) ? question.expected_skills.map(String) : [];
  const difficulty = Math.min(10, Math.max(1, Math.round(Number(question.difficulty ?? 5)) || 5));
  const asked = {
    planKey: null,
    requirementKey: null,
    skills: skills.slice(0, 20),
    difficulty,
    source: "own" as const,
  };
  const place = { startSeconds, endSeconds: startSeconds };
  await applyChanges({
    ...{ interviewId: row.id, viewer },
    turns: [{ id: turnId, question: { ...asked, text: question.content.slice(0, 1000) }, startSeconds }],
    segments: [
      {
        ...{ id: randomUUID(), turnId, speaker: "candidate", text: answer.content.slice(0, 20_000), ...place },
        ...{ source: "typed", edit: 1 },
      },
    ],
  });
  const subject = await getSubject(row.id, viewer);
  const db = scopedDb(viewer.organisationId);
  const turns = await loadTurns(db, row.id);
  const turn = turns.find(({ id }) => id === turnId);
  if (!turn) throw notFound("面试记录");
  const evaluation = flag(call, "skip_evaluation", true) ? null : evaluateAnswer(turn, subject);
  if (evaluation) await db.interviewTurn.update({ where: { id: turnId }, data: { evaluation } });
  const suggestions = suggestQuestions(subject, interviewPlan.parse(row.plan), turns);
  const shaped = evaluation && toEvaluation(evaluation);
  return {
    message: "问答已记录。",
    data: {
      ...{ round_number: turn.round, qa_record_id: turnId, evaluation: shaped },
      candidate_questions: chooseQuestions(call, suggestions),
      ...(evaluation && { followup_recommendation: toFollowUp(evaluation, suggestions) }),
      hr_action_hints: toHints(shaped),
    },
  };
}

/** E39. The report is made anew when it is asked for again. */
export async function generateReport(call: Call): Promise<Answer> {
  const { viewer } = call;
  const { row, name } = await findSession(call);
  const notes = optionalText(call, "hr_notes", 10_000);
  const count = await scopedDb(viewer.organisationId).interviewTurn.count({ where: { interviewId: row.id } });
  if (count === 0) throw new Hrm2Error(400, "还没有问答记录，无法生成报告。");
  const report = await finishInterview({ interviewId: row.id, reportNotes: notes, viewer });
  if (!report) throw new Hrm2Error(400, "这场面试没有报告。");
  const isFull = flag(call, "include_conversation_log", true);
  const url = interviewReportUrl({ name, interviewId: row.id, number: row.number, day: new Date(), isFull });
  return { message: "面试报告已生成。", data: { report: toReport(report), report_file_url: url } };
}

type Session = Awaited<ReturnType<typeof findSession>>["row"];

async function findSession({ viewer, params }: Call) {
  assertCan(viewer, "interview:read");
  const row = await scopedDb(viewer.organisationId).interview.findFirst({
    where: { id: params.interviewId ?? "", isPractice: false, ...visibleInterviews(viewer) },
    include: { application: { select: { position: { select: { title: true } }, resume: { select: resumeSelect } } } },
  });
  if (!row) throw notFound("面试");
  const [resume] = await showResumes(viewer, [row.application.resume]);
  const configured = isFields(row.jobConfig) ? String(row.jobConfig.title ?? "") : "";
  return { row, name: resume ? shownName(resume) : "", title: configured || row.application.position.title };
}

async function findCandidate(resumeId: string, viewer: Viewer, title: unknown) {
  const db = scopedDb(viewer.organisationId);
  const found = await db.resume.findFirst({
    where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
    select: resumeSelect,
  });
  const applications = await db.application.findMany({
    where: { AND: [visibleApplications(viewer), { resumeId }] },
    orderBy: { updatedAt: "desc" },
    select: { id: true, position: { select: { title: true } } },
  });
  const [resume] = await showResumes(viewer, found ? [found] : []);
  const application = applications.find(({ position }) => position.title === title) ?? applications[0];
  if (!resume || !application) throw notFound("简历");
  return { application, name: shownName(resume) };
}

async function getSubject(interviewId: string, viewer: Viewer) {
  const subject = await loadSubject(interviewId, viewer);
  if (!subject) throw notFound("简历");
  return subject;
}

function refuseCompleted({ state }: Pick<Session, "state">) {
  if (state === "completed") throw new Hrm2Error(400, "这场面试已经结束。");
}

async function listRecords(interviewId: string, viewer: Viewer) {
  const db = scopedDb(viewer.organisationId);
  const [turns, stored] = await Promise.all([
    loadTurns(db, interviewId),
    db.interviewTurn.findMany({ where: { interviewId }, select: { id: true, evaluation: true } }),
  ]);
  const evaluations = new Map(stored.map(({ id, evaluation }) => [id, evaluation]));
  return turns.map((turn: Turn) => {
    const evaluation = evaluationShape.safeParse(evaluations.get(turn.id)).data;
    return {
      ...{ round: turn.round, question: turn.question.text, answer: answerText(turn) },
      evaluation: evaluation ? toEvaluation(evaluation) : null,
    };
  });
}

type Content = Record<string, unknown> & { content: string };

/** @throws Hrm2Error unless it is an object with words in `content` */
function readContent(call: Call, name: string): Content {
  const value = given(call, name);
  if (!isFields(value)) throw new Hrm2Error(400, `${name} 应为对象。`);
  const { content } = value;
  if (typeof content !== "string" || content.trim() === "") throw new Hrm2Error(400, `缺少参数 ${name}.content。`);
  return { ...value, content };
}

/** At most so many that go deeper, and so many others. */
function chooseQuestions(call: Call, suggestions: Suggestion[]) {
  const followUps = suggestions.filter(({ source }) => source === "follow_up");
  const others = suggestions.filter(({ source }) => source !== "follow_up");
  return [
    ...followUps.slice(0, whole(call, "followup_count", 2, { least: 0, most: 10 })),
    ...others.slice(0, whole(call, "alternative_count", 3, { least: 0, most: 10 })),
  ].map(toCandidateQuestion);
}

/** For clients of the older report. */
function toFollowUp({ followUpReason }: Evaluation, suggestions: Suggestion[]) {
  return {
    should_followup: followUpReason !== null,
    reason: followUpReason ? sayInterview(followUpReason, "zh") : "",
    suggested_followups: suggestions
      .filter(({ source }) => source === "follow_up")
      .map(({ text, reason, difficulty }) => ({ question: text, purpose: sayInterview(reason, "zh"), difficulty })),
  };
}

function whole(call: Call, name: string, preset: number, { least, most }: { least: number; most: number }): number {
  const value = given(call, name);
  const number = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
  return Number.isInteger(number) ? Math.min(most, Math.max(least, number)) : preset;
}

/** A form says it in words. */
function flag(call: Call, name: string, preset: boolean): boolean {
  const value = given(call, name);
  if (typeof value === "boolean") return value;
  if (typeof value === "string") return value.toLowerCase() === "true";
  return value === undefined ? preset : Boolean(value);
}
