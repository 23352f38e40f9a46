import {
  editOf,
  idOf,
  type Outbox,
  type Waiting,
  type WaitingSegment,
  type WaitingTurn,
} from "@/components/interview/outbox";
import { ApiError } from "@/lib/api/call-api";
import type { InterviewChanges, LiveInterview } from "@/lib/interview/page-schema";
import type { AskedQuestion, Segment, Turn } from "@/lib/interview/schema";

type Server = {
  send: (changes: InterviewChanges) => Promise<LiveInterview | null>;
  fetch: (after: number) => Promise<LiveInterview | null>;
};

type LiveStoreOptions = {
  initial: LiveInterview;
  notes: { text: string; edit: number };
  outbox: Outbox<Waiting>;
  server: Server;
};

export type LiveSnapshot = {
  live: LiveInterview;
  /** The server's with what waits here laid over it. */
  turns: Turn[];
  notes: string;
  /** How much the server does not have yet. */
  waiting: number;
  isOffline: boolean;
  /** The server will not take what waits, and says why. */
  refusal: string | null;
};

const pauseMs = 300;
const pollMs = 1500;
const longestWaitMs = 10_000;
const mostAtOnce = 40;

/**
 * An interview as this browser sees it: what is asked and said here shows at once, is kept in the browser, and goes to
 * the server in the order it came; what colleagues add comes from there.
 */
export function createLiveStore({ initial, notes: written, outbox, server }: LiveStoreOptions) {
  const waiting = new Map<string, Waiting>();
  const listeners = new Set<() => void>();
  let live = initial;
  let notes = written;
  let failures = 0;
  let refusal: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let isStopped = true;
  /** How far this browser's clock is ahead of the server's: the least that an answer took to come counts. */
  let aheadMs = Date.now() - Date.parse(initial.now);
  let isKnown = false;
  let snapshot = take();

  function seconds(): number {
    if (!live.startedAt) return 0;
    return Math.max(0, (Date.now() - aheadMs - Date.parse(live.startedAt)) / 1000);
  }

  function hear(answer: LiveInterview | null) {
    if (!answer) return;
    aheadMs = Math.min(aheadMs, Date.now() - Date.parse(answer.now));
    isKnown = true;
    if (answer.revision >= live.revision) live = answer;
  }

  function take(): LiveSnapshot {
    return {
      ...{ live, notes: notes.text, refusal },
      turns: layOver(live.turns, [...waiting.values()]),
      waiting: waiting.size,
      isOffline: failures > 0,
    };
  }

  function tell() {
    snapshot = take();
    for (const listener of listeners) listener();
  }

  /** Done when the browser has kept it. */
  function put(change: Waiting): Promise<void> {
    waiting.set(idOf(change), change);
    const kept = outbox.keep(change);
    tell();
    if (failures === 0) plan(pauseMs);
    return kept;
  }

  function plan(waitMs: number) {
    if (isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void talk(), waitMs);
  }

  /** One exchange at a time, so that what came first arrives first. */
  async function talk() {
    if (isBusy || isStopped) return;
    isBusy = true;
    const sent = [...waiting.values()].slice(0, mostAtOnce);
    try {
      const answer =
        sent.length > 0
          ? await server.send(toChanges(sent, live.revision))
          : await server.fetch(isKnown ? live.revision : 0);
      failures = 0;
      refusal = null;
      settle(sent);
      hear(answer);
    } catch (error) {
      const isPassing = !(error instanceof ApiError) || ["offline", "unavailable", "internal"].includes(error.code);
      failures += 1;
      refusal = isPassing ? null : error instanceof ApiError ? error.message : null;
    }
    isBusy = false;
    tell();
    const hasMore = waiting.size > 0 && failures === 0;
    plan(hasMore ? pauseMs : failures > 0 ? Math.min(500 * 2 ** failures, longestWaitMs) : pollMs);
  }

  function settle(sent: Waiting[]) {
    for (const change of sent) {
      const key = idOf(change);
      const now = waiting.get(key);
      if (now && editOf(now) === editOf(change)) waiting.delete(key);
    }
    void outbox.forget(sent);
  }

  const goOn = () => plan(0);

  return {
    getSnapshot: () => snapshot,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Takes up what an earlier page left behind, and keeps in touch until it is stopped. */
    start() {
      isStopped = false;
      addEventListener("online", goOn);
      void outbox.load().then((kept) => {
        for (const change of kept) {
          if (change.kind === "notes" && change.notes.edit <= notes.edit) continue;
          if (change.kind === "notes") notes = change.notes;
          waiting.set(idOf(change), change);
        }
        tell();
        plan(0);
      });
      return () => {
        isStopped = true;
        clearTimeout(timer);
        removeEventListener("online", goOn);
      };
    },
    /** Seconds since the interview began, by the server's clock. */
    seconds,
    ask(question: AskedQuestion): string {
      const turn: WaitingTurn = { id: crypto.randomUUID(), question, startSeconds: seconds() };
      void put({ kind: "turn", turn });
      return turn.id;
    },
    /** Adds to what was said, or writes it anew; an empty text takes it back. */
    say(segment: Segment): Promise<void> {
      return put({ kind: "segment", segment: { ...segment, edit: nextEdit() } });
    },
    note(text: string) {
      notes = { text, edit: nextEdit() };
      void put({ kind: "notes", notes });
    },
    /** For what another part of the page had the server do. */
    take(answer: LiveInterview | null) {
      hear(answer);
      tell();
    },
    /** Sends what waits before the page goes on. False when it could not. */
    async flush(): Promise<boolean> {
      for (let tries = 0; waiting.size > 0 && tries < 20; tries += 1) {
        if (failures > 0) failures = 0;
        await talk();
        if (failures > 0) return false;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return waiting.size === 0;
    },
  };
}
export type LiveStore = ReturnType<typeof createLiveStore>;

let lastEdit = 0;
/** Later than every edit before it, in another tab or on another day too. */
function nextEdit(): number {
  lastEdit = Math.max(lastEdit + 1, Date.now());
  return lastEdit;
}

function toChanges(sent: Waiting[], after: number): InterviewChanges {
  const turns = sent.flatMap((one) => (one.kind === "turn" ? [one.turn] : []));
  const segments = sent.flatMap((one) => (one.kind === "segment" ? [one.segment] : []));
  const notes = sent.find((one) => one.kind === "notes")?.notes;
  return { turns, segments, after, ...(notes && { notes }) };
}

function layOver(turns: readonly Turn[], waiting: readonly Waiting[]): Turn[] {
  const shown = turns.map((turn) => ({ ...turn, segments: [...turn.segments] }));
  for (const change of waiting) {
    if (change.kind === "turn" && !shown.some(({ id }) => id === change.turn.id))
      shown.push({ ...change.turn, round: shown.length + 1, segments: [] });
    if (change.kind === "segment") laySegment(shown, change.segment);
  }
  return shown;
}

function laySegment(turns: Turn[], { edit: _edit, ...segment }: WaitingSegment) {
  const turn = turns.find(({ id }) => id === segment.turnId);
  if (!turn) return;
  const others = turn.segments.filter(({ id }) => id !== segment.id);
  const all = segment.text === "" ? others : [...others, segment];
  turn.segments = all.toSorted((a, b) => a.startSeconds - b.startSeconds);
}
