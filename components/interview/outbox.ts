import { openBrowserStore } from "@/components/interview/browser-store";
import type { InterviewChanges } from "@/lib/interview/page-schema";

/*
 * What was asked and said in this browser and is not at the server yet, kept so that a closed tab or a lost connection
 * costs no word. Only as long as it is needed: each part goes when the server has it, and all of it when somebody else
 * signs in or after a week.
 */

export type WaitingTurn = NonNullable<InterviewChanges["turns"]>[number];
export type WaitingSegment = NonNullable<InterviewChanges["segments"]>[number];
export type WaitingNotes = NonNullable<InterviewChanges["notes"]>;
export type Waiting =
  | { kind: "turn"; turn: WaitingTurn }
  | { kind: "segment"; segment: WaitingSegment }
  | { kind: "notes"; notes: WaitingNotes };

export type Whose = { interviewId: string; userId: string };
type Owned = Whose & { key: string; place: number; keptAt: number };

const longestMs = 7 * 86_400_000;

export type Outbox<T> = {
  load: () => Promise<T[]>;
  keep: (waiting: T) => Promise<void>;
  /** Unless it was edited since. */
  forget: (sent: T[]) => Promise<void>;
};

type OutboxOptions<T> = Whose & { database: string; idOf: (one: T) => string; editOf: (one: T) => number };

export function openOutbox<T extends object>(options: OutboxOptions<T>): Outbox<T> {
  const { database, idOf, editOf, interviewId, userId } = options;
  const store = openBrowserStore<T & Owned>(database);
  const keyOf = (waiting: T) => `${interviewId} ${userId} ${idOf(waiting)}`;
  const isLapsed = (kept: Owned) => kept.userId !== userId || Date.now() - kept.keptAt > longestMs;
  return {
    async load() {
      const all = await store.all();
      await store.remove(all.filter(isLapsed).map(({ key }) => key));
      const own = all.filter((kept) => kept.interviewId === interviewId && !isLapsed(kept));
      return own.toSorted((a, b) => a.place - b.place);
    },
    keep(waiting) {
      const now = Date.now();
      // Turns keep the order in which they were put.
      return store.put({ ...waiting, interviewId, userId, keptAt: now, key: keyOf(waiting), place: now });
    },
    async forget(sent) {
      for (const waiting of sent) await store.remove([keyOf(waiting)], (kept) => editOf(kept) === editOf(waiting));
    },
  };
}

export function openChangesOutbox(whose: Whose): Outbox<Waiting> {
  return openOutbox<Waiting>({ ...whose, database: "hireglass-interview", idOf, editOf });
}

/** Apart for each kind. */
export function idOf(waiting: Waiting): string {
  if (waiting.kind === "turn") return `turn ${waiting.turn.id}`;
  return waiting.kind === "segment" ? `segment ${waiting.segment.id}` : "notes";
}

export function editOf(waiting: Waiting): number {
  if (waiting.kind === "turn") return 0;
  return waiting.kind === "segment" ? waiting.segment.edit : waiting.notes.edit;
}
