"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { createLiveStore, type LiveStore } from "@/components/interview/live-store";
import { openChangesOutbox } from "@/components/interview/outbox";
import type { InterviewDetail, LiveInterview } from "@/lib/interview/page-schema";
import { fetchLive, sendChanges } from "@/lib/interview/queries";

type UseLive = { interview: InterviewDetail; initial: LiveInterview; userId: string };

/** The interview as this page sees it, kept in touch with the server while the page stands. */
export function useLive({ interview, initial, userId }: UseLive) {
  const { id, own } = interview;
  const [store] = useState<LiveStore>(() =>
    createLiveStore({
      initial,
      notes: { text: own.notes, edit: own.notesEdit },
      outbox: openChangesOutbox({ interviewId: id, userId }),
      server: {
        send: (changes) => sendChanges(id, changes),
        fetch: (after) => fetchLive(id, after),
      },
    }),
  );
  useEffect(() => store.start(), [store]);
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
  return { store, ...snapshot };
}
