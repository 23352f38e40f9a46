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

type Kept = Waiting & { key: string; interviewId: string; userId: string; place: number; keptAt: number };

const database = "hireglass-interview";
const store = "waiting";
const longestMs = 7 * 86_400_000;

export type Outbox = {
  load: () => Promise<Waiting[]>;
  keep: (waiting: Waiting) => Promise<void>;
  /** Unless it was edited since. */
  forget: (sent: Waiting[]) => Promise<void>;
};

export function openOutbox({ interviewId, userId }: { interviewId: string; userId: string }): Outbox {
  const opened = open();
  const keyOf = (waiting: Waiting) => `${interviewId} ${userId} ${waiting.kind} ${idOf(waiting)}`;
  const isOwn = (kept: Kept) => kept.interviewId === interviewId && kept.userId === userId;
  return {
    async load() {
      const all = await readAll(await opened);
      const lapsed = all.filter((kept) => kept.userId !== userId || Date.now() - kept.keptAt > longestMs);
      await change(await opened, (kept) => {
        for (const { key } of lapsed) kept.delete(key);
      });
      const own = all.filter((kept) => isOwn(kept) && !lapsed.includes(kept));
      return own.toSorted((a, b) => a.place - b.place);
    },
    async keep(waiting) {
      const now = Date.now();
      // Turns keep the order in which they were put.
      const kept: Kept = { ...waiting, ...{ interviewId, userId, keptAt: now }, key: keyOf(waiting), place: now };
      await change(await opened, (all) => all.put(kept));
    },
    async forget(sent) {
      await change(await opened, (all) => {
        for (const waiting of sent) {
          const key = keyOf(waiting);
          const asking = all.get(key);
          asking.onsuccess = () => {
            const kept = asking.result as Kept | undefined;
            if (kept && editOf(kept) === editOf(waiting)) all.delete(key);
          };
        }
      });
    },
  };
}

export function idOf(waiting: Waiting): string {
  if (waiting.kind === "turn") return waiting.turn.id;
  return waiting.kind === "segment" ? waiting.segment.id : "notes";
}

export function editOf(waiting: Waiting): number {
  if (waiting.kind === "turn") return 0;
  return waiting.kind === "segment" ? waiting.segment.edit : waiting.notes.edit;
}

/** Null where the browser keeps nothing: private windows, full disks. */
function open(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    if (!("indexedDB" in globalThis)) return resolve(null);
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  });
}

function readAll(db: IDBDatabase | null): Promise<Kept[]> {
  if (!db) return Promise.resolve([]);
  return new Promise((resolve) => {
    const request = db.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve([]);
  });
}

function change(db: IDBDatabase | null, act: (all: IDBObjectStore) => void): Promise<void> {
  if (!db) return Promise.resolve();
  return new Promise((resolve) => {
    const transaction = db.transaction(store, "readwrite");
    act(transaction.objectStore(store));
    // Keeping is a kindness: without it the interview goes on as it is.
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => resolve();
    transaction.onabort = () => resolve();
  });
}
