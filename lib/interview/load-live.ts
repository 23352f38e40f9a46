import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { classifyAnswer } from "@/lib/interview/engine/classify-answer";
import { findContradictions } from "@/lib/interview/engine/find-contradictions";
import { findCoverage } from "@/lib/interview/engine/find-coverage";
import type { InterviewSubject } from "@/lib/interview/engine/subject";
import { suggestQuestions } from "@/lib/interview/engine/suggest-questions";
import { getInterview } from "@/lib/interview/get-interview";
import { loadSubject } from "@/lib/interview/load-subject";
import type { LiveInterview } from "@/lib/interview/page-schema";
import { interviewPlan, interviewState, type Turn } from "@/lib/interview/schema";
import { toTurn, turnSelect } from "@/lib/interview/view";
import { findUserNames } from "@/lib/resume/find-user-names";

type LoadLive = {
  interviewId: string;
  /** What the browser has already: nothing is sent while nothing is newer. */
  after: number | null;
  viewer: Viewer;
};

const suggestionsShown = 8;

/** Where an interview stands, as every screen of it shows it. Null while nothing has changed. */
export async function loadLive({ interviewId, after, viewer }: LoadLive): Promise<LiveInterview | null> {
  const interview = await getInterview({ interviewId, viewer });
  if (after !== null && interview.revision <= after) return null;
  const db = scopedDb(viewer.organisationId);
  const [loaded, participants, subject] = await Promise.all([
    loadTurns(db, interviewId),
    listParticipants(interviewId, viewer),
    rememberedSubject(interviewId, viewer),
  ]);
  const turns = sameTurns(interviewId, loaded);
  const plan = interviewPlan.parse(interview.plan);
  const last = turns.at(-1);
  return {
    revision: interview.revision,
    state: interviewState.parse(interview.state),
    now: new Date().toISOString(),
    startedAt: interview.startedAt?.toISOString() ?? null,
    turns,
    coverage: subject ? findCoverage(subject, turns) : [],
    suggestions: subject ? suggestQuestions(subject, plan, turns).slice(0, suggestionsShown) : [],
    contradictions: subject ? findContradictions(turns, subject) : [],
    answerKind: subject && last && last.segments.length > 0 ? classifyAnswer(last, subject) : null,
    participants,
  };
}

export async function loadTurns(db: Transaction, interviewId: string): Promise<Turn[]> {
  const rows = await db.interviewTurn.findMany({
    where: { interviewId },
    orderBy: { round: "asc" },
    select: turnSelect,
  });
  return rows.map(toTurn);
}

export async function listParticipants(interviewId: string, viewer: Viewer) {
  const rows = await scopedDb(viewer.organisationId).interviewParticipant.findMany({
    where: { interviewId },
    orderBy: { joinedAt: "asc" },
    select: { userId: true, submittedAt: true },
  });
  const names = await findUserNames(
    viewer.organisationId,
    rows.map(({ userId }) => userId),
  );
  return rows.map(({ userId, submittedAt }) => ({
    ...{ userId, name: names.get(userId) ?? "" },
    isSubmitted: submittedAt !== null,
  }));
}

type Known = { json: string; turn: Turn };
const knownTurns = new Map<string, Map<string, Known>>();

/** Turns that nothing was added to since they were last read, as the same objects: what they were read as is remembered. */
function sameTurns(interviewId: string, turns: readonly Turn[]): Turn[] {
  const before = knownTurns.get(interviewId);
  const now = turns.map((turn): Known => {
    const json = JSON.stringify(turn);
    const known = before?.get(turn.id);
    return known?.json === json ? known : { json, turn };
  });
  if (!before && knownTurns.size >= mostRemembered) knownTurns.clear();
  knownTurns.set(interviewId, new Map(now.map((known) => [known.turn.id, known])));
  return now.map(({ turn }) => turn);
}

/** The resume and the position hardly change while people talk: loaded once a minute, not with every word. */
const subjects = new Map<string, { loadedAt: number; subject: Promise<InterviewSubject | null> }>();
const rememberedMs = 60_000;
const mostRemembered = 100;

function rememberedSubject(interviewId: string, viewer: Viewer) {
  const key = `${interviewId} ${viewer.userId}`;
  const known = subjects.get(key);
  if (known && Date.now() - known.loadedAt < rememberedMs) return known.subject;
  if (subjects.size >= mostRemembered) subjects.clear();
  const subject = loadSubject(interviewId, viewer);
  subject.catch(() => subjects.delete(key));
  subjects.set(key, { loadedAt: Date.now(), subject });
  return subject;
}
