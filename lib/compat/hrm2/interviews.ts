import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { visibleApplications, visibleInterviews, visibleResumes } from "@/lib/auth/permissions";
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
import { Hrm2Error, notFound } from "./answer";
import * as answers from "./answers";
import { showResumes } from "./hide-person";
import { toCandidateQuestion, toEvaluation, toHints, toReport } from "./interview-shape";
import { isoTime } from "./iso-time";
import { interviewReportUrl } from "./media";
import { type Call, flag, id, operation, optionalWords, whole, words } from "./operation";
import { isFields } from "./read-fields";
import { toSummary } from "./report";
import { newestRuns, resumeSelect, shownName, toScores } from "./resumes";

const longestSummary = 200;

const jobConfig = z.looseObject({
  title: z.string().optional(),
  description: z.string().optional(),
  requirements: z.unknown().optional(),
});

/** E35 POST. */
export const openInterview = operation(
  {
    permission: "interview:hold",
    fields: z.object({ resume_data_id: id, job_config: jobConfig.nullish() }),
    data: answers.openedInterview,
  },
  async ({ viewer, fields: { resume_data_id: resumeId, job_config: config } }) => {
    const { application, name } = await findCandidate(resumeId, viewer, config?.title);
    const title = config?.title || application.position.title;
    const { description = "", requirements = {} } = config ?? {};
    const { id } = await createInterview({
      ...{ applicationId: application.id, language: "zh", level: "senior", minutes: 45, viewer },
      ...{ isPractice: false, scheduledAt: null, participantIds: [] },
      jobConfig: { title, description, requirements },
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
  },
);

/** E35 GET. */
export const listInterviewsOfResume = operation(
  { permission: "interview:read", fields: z.object({ resume_id: id }), data: z.array(answers.listedInterview) },
  async ({ viewer, fields: { resume_id: resumeId } }) => {
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
  },
);

/** E35 DELETE: which one is not said. */
export const deleteUnnamed = operation({ permission: "interview:delete" }, async () => {
  throw new Hrm2Error(400, "缺少面试编号。");
});

/** E36 GET. */
export const getSession = operation({ permission: "interview:read", data: answers.interviewState }, async (call) => {
  const { row, name, title } = await findSession(call);
  const count = await scopedDb(call.viewer.organisationId).interviewTurn.count({ where: { interviewId: row.id } });
  const report = row.report === null ? null : toReport(interviewReport.parse(row.report));
  return {
    message: "面试详情。",
    data: {
      ...{ session_id: row.id, candidate_name: name, position_title: title, current_round: count, qa_count: count },
      is_completed: row.state === "completed",
      ...{ created_at: isoTime(row.createdAt), updated_at: isoTime(row.updatedAt) },
      ...(report && { has_final_report: true as const, final_report_summary: report.overall_assessment.summary }),
    },
  };
});

/** E36 DELETE. */
export const deleteSession = operation({ permission: "interview:delete" }, async (call) => {
  const { row } = await findSession(call);
  await deleteInterview({ interviewId: row.id, viewer: call.viewer });
  return { message: "面试已删除。" };
});

/** E37. Nothing is stored. */
export const generateQuestions = operation(
  {
    permission: "interview:read",
    fields: z.object({
      candidate_level: candidateLevel.catch("senior"),
      categories: z.array(z.string()).nullish(),
      count_per_category: whole(2, { least: 0, most: 20 }),
      focus_on_resume: flag(true),
      interest_point_count: whole(2, { least: 1, most: 3 }),
    }),
    data: answers.generatedQuestions,
  },
  async (call) => {
    const { row } = await findSession(call);
    refuseCompleted(row);
    const subject = await getSubject(row.id, call.viewer);
    const { fields } = call;
    const categories = (fields.categories ?? []).filter((one) => one.trim() !== "");
    const { questions, interestPoints } = poolQuestions(
      { ...subject, level: fields.candidate_level },
      {
        categories: categories.length > 0 ? categories : ["简历相关", "专业能力", "行为面试"],
        countPerCategory: fields.count_per_category,
        focusOnResume: fields.focus_on_resume,
        interestPointCount: fields.interest_point_count,
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
  },
);

const answerFields = z.object({
  question: z.looseObject({
    content: words(),
    expected_skills: z.array(z.coerce.string()).catch([]),
    difficulty: z.coerce
      .number()
      .transform((value) => Math.min(10, Math.max(1, Math.round(value))))
      .catch(5),
  }),
  answer: z.looseObject({ content: words() }),
  skip_evaluation: flag(true),
  followup_count: whole(2, { least: 0, most: 10 }),
  alternative_count: whole(3, { least: 0, most: 10 }),
});

/** E38. */
export const recordAnswer = operation(
  { permission: "interview:hold", fields: answerFields, data: answers.recordedAnswer },
  async (call) => {
    const { viewer, fields } = call;
    const { row } = await findSession(call);
    refuseCompleted(row);
    const { question, answer } = fields;
    if (row.state === "planned") await startInterview({ interviewId: row.id, consent: "none", viewer });
    const turnId = randomUUID();
    const startSeconds = row.startedAt ? Math.max(0, (Date.now() - row.startedAt.getTime()) / 1000) : 0;
    const { expected_skills: skills, difficulty } = question;
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
    const evaluation = fields.skip_evaluation ? null : evaluateAnswer(turn, subject);
    if (evaluation) await db.interviewTurn.update({ where: { id: turnId }, data: { evaluation } });
    const suggestions = suggestQuestions(subject, interviewPlan.parse(row.plan), turns);
    const shaped = evaluation && toEvaluation(evaluation);
    return {
      message: "问答已记录。",
      data: {
        ...{ round_number: turn.round, qa_record_id: turnId, evaluation: shaped },
        candidate_questions: chooseQuestions(fields, suggestions),
        ...(evaluation && { followup_recommendation: toFollowUp(evaluation, suggestions) }),
        hr_action_hints: toHints(shaped),
      },
    };
  },
);

/** E39. The report is made anew when it is asked for again. */
export const generateReport = operation(
  {
    permission: "interview:hold",
    fields: z.object({ hr_notes: optionalWords(10_000), include_conversation_log: flag(true) }),
    data: answers.generatedReport,
  },
  async (call) => {
    const { viewer, fields } = call;
    const { row, name } = await findSession(call);
    const count = await scopedDb(viewer.organisationId).interviewTurn.count({ where: { interviewId: row.id } });
    if (count === 0) throw new Hrm2Error(400, "还没有问答记录，无法生成报告。");
    const report = await finishInterview({ interviewId: row.id, reportNotes: fields.hr_notes, viewer });
    if (!report) throw new Hrm2Error(400, "这场面试没有报告。");
    const isFull = fields.include_conversation_log;
    const url = interviewReportUrl({ name, interviewId: row.id, number: row.number, day: new Date(), isFull });
    return { message: "面试报告已生成。", data: { report: toReport(report), report_file_url: url } };
  },
);

type Session = Awaited<ReturnType<typeof findSession>>["row"];

async function findSession({ viewer, params }: Pick<Call, "viewer" | "params">) {
  const row = await scopedDb(viewer.organisationId).interview.findFirst({
    where: { id: params.interviewId ?? "", isPractice: false, ...visibleInterviews(viewer) },
    include: { application: { select: { position: { select: { title: true } }, resume: { select: resumeSelect } } } },
  });
  if (!row) throw notFound("面试");
  const [resume] = await showResumes(viewer, [row.application.resume]);
  const configured = isFields(row.jobConfig) ? String(row.jobConfig.title ?? "") : "";
  return { row, name: resume ? shownName(resume) : "", title: configured || row.application.position.title };
}

async function findCandidate(resumeId: string, viewer: Viewer, title: string | undefined) {
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

/** At most so many that go deeper, and so many others. */
function chooseQuestions(counts: z.output<typeof answerFields>, suggestions: Suggestion[]) {
  const followUps = suggestions.filter(({ source }) => source === "follow_up");
  const others = suggestions.filter(({ source }) => source !== "follow_up");
  return [...followUps.slice(0, counts.followup_count), ...others.slice(0, counts.alternative_count)].map(
    toCandidateQuestion,
  );
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
