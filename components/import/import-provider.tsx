"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { withoutClutter } from "@/components/import/collect-files";
import { gather } from "@/components/import/gather";
import {
  findRememberedFiles,
  forgetFiles,
  holdBatch,
  type RememberedFile,
  rememberFiles,
} from "@/components/import/remembered-files";
import { createSender } from "@/components/import/sender";
import { importQuery, resumesKey } from "@/lib/resume/queries";
import type { ImportItem } from "@/lib/resume/schema";

/** A file on its way up; once the server has answered, its line comes from there. */
export type PendingFile = {
  id: string;
  file: File;
  share: number;
  /** Set when it did not arrive: it can be sent again. */
  failure: string | null;
  /** The connection is gone; it is tried again by itself. */
  isWaiting: boolean;
};

type ImportState = {
  batchId: string | null;
  /** An import of before the page was loaded, shown for its outcome. */
  isRestored: boolean;
  pending: PendingFile[];
  /** The server's answers, for the moment until its list has them. */
  arrived: ImportItem[];
  /** Chosen before the page was closed, and not sent. */
  unsent: RememberedFile[];
  /** How many files the server itself is putting into the import; 0 for those chosen here. */
  expected: number;
  addFiles: (files: Iterable<File>) => void;
  goOn: () => void;
  forgetUnsent: () => void;
  retryUpload: (id: string) => void;
  dismiss: () => void;
  /** Shows an import that the server makes. */
  follow: (batchId: string, expected: number) => void;
};

const ImportContext = createContext<ImportState | null>(null);
const rememberedBatch = "hireglass-import";

export function useImport(): ImportState {
  const state = useContext(ImportContext);
  if (!state) throw new Error("useImport outside its provider");
  return state;
}

/** What became of a file on its way: something changed, or the server has answered. */
type News = { id: string; change?: Partial<PendingFile>; item?: ImportItem };

const drawnEveryMs = 100;

function applyNews(files: PendingFile[], news: News[]): PendingFile[] {
  const arrived = new Set(news.filter(({ item }) => item).map(({ id }) => id));
  const changes = Map.groupBy(news, ({ id }) => id);
  return files
    .filter(({ id }) => !arrived.has(id))
    .map((file) => {
      const changed = changes.get(file.id);
      return changed ? Object.assign({ ...file }, ...changed.map(({ change }) => change)) : file;
    });
}

const toPending = (id: string, file: File): PendingFile => ({ id, file, share: 0, failure: null, isWaiting: false });

type ImportProviderProps = {
  userId: string;
  canImport: boolean;
  /** Files go straight to storage. */
  isDirect: boolean;
  children: ReactNode;
};

/** Holds the running import above the pages, so that going elsewhere interrupts nothing. */
export function ImportProvider({ userId, canImport, isDirect, children }: ImportProviderProps) {
  const queryClient = useQueryClient();
  const [batchId, setBatchId] = useState<string | null>(null);
  const [isRestored, setRestored] = useState(true);
  const [pending, setPending] = useState<PendingFile[]>([]);
  const [arrived, setArrived] = useState<ImportItem[]>([]);
  const [unsent, setUnsent] = useState<RememberedFile[]>([]);
  const [expected, setExpected] = useState(0);

  useEffect(() => setBatchId(sessionStorage.getItem(rememberedBatch)), []);
  useEffect(() => {
    if (canImport) void findRememberedFiles(userId).then(setUnsent);
  }, [canImport, userId]);

  const isSending = pending.some(({ failure }) => failure === null);
  useEffect(() => {
    if (!isSending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isSending]);
  useEffect(() => (isSending && batchId ? holdBatch(batchId) : undefined), [isSending, batchId]);

  const sender = useRef<ReturnType<typeof createSender> | null>(null);
  const news = useRef<((news: News) => void) | null>(null);
  news.current ??= gather<News>(drawnEveryMs, (gathered) => {
    setPending((files) => applyNews(files, gathered));
    const items = gathered.flatMap(({ item }) => item ?? []);
    if (items.length === 0) return;
    setArrived((shown) => [...shown, ...items]);
    void forgetFiles(gathered.filter(({ item }) => item).map(({ id }) => id));
  });
  sender.current ??= createSender({
    directUserId: isDirect ? userId : null,
    onChange: (id, change) => news.current?.({ id, change }),
    onArrived: (id, item) => news.current?.({ id, item }),
    onIdle: (batch) => {
      void queryClient.invalidateQueries({ queryKey: importQuery(batch).queryKey });
      void queryClient.invalidateQueries({ queryKey: resumesKey });
    },
  });

  const start = useCallback((batch: string, files: PendingFile[]) => {
    sessionStorage.setItem(rememberedBatch, batch);
    setBatchId(batch);
    setRestored(false);
    setPending((shown) => [...shown, ...files]);
    sender.current?.add(batch, files);
  }, []);

  const addFiles = useCallback(
    (files: Iterable<File>) => {
      const added = withoutClutter(files).map((file) => toPending(crypto.randomUUID(), file));
      if (added.length === 0) return;
      // Files dropped while others are still on their way belong to the same import.
      const isRunning = batchId !== null && pending.length > 0;
      const batch = isRunning ? batchId : crypto.randomUUID();
      if (!isRunning) setArrived([]);
      setExpected(0);
      const rememberedAt = Date.now();
      void rememberFiles(added.map(({ id, file }) => ({ id, file, batchId: batch, userId, rememberedAt })));
      start(batch, added);
    },
    [batchId, pending.length, start, userId],
  );

  const goOn = useCallback(() => {
    const [newest] = unsent.toSorted((a, b) => b.rememberedAt - a.rememberedAt);
    if (!newest) return;
    setArrived([]);
    start(
      newest.batchId,
      unsent.map(({ id, file }) => toPending(id, file)),
    );
    setUnsent([]);
  }, [start, unsent]);

  const forgetUnsent = useCallback(() => {
    void forgetFiles(unsent.map(({ id }) => id));
    setUnsent([]);
  }, [unsent]);

  const retryUpload = useCallback(
    (id: string) => {
      const file = pending.find((candidate) => candidate.id === id);
      if (!file || !batchId) return;
      setPending((files) => applyNews(files, [{ id, change: { failure: null, share: 0 } }]));
      sender.current?.add(batchId, [file]);
    },
    [batchId, pending],
  );

  const follow = useCallback((batch: string, count: number) => {
    sessionStorage.setItem(rememberedBatch, batch);
    setBatchId(batch);
    setRestored(false);
    setArrived([]);
    setExpected(count);
  }, []);

  const dismiss = useCallback(() => {
    sessionStorage.removeItem(rememberedBatch);
    void forgetFiles(pending.map(({ id }) => id));
    setBatchId(null);
    setPending([]);
    setArrived([]);
    setExpected(0);
  }, [pending]);

  const state = useMemo(
    () => ({
      ...{ batchId, isRestored, pending, arrived, expected, unsent },
      ...{ addFiles, goOn, forgetUnsent, retryUpload, dismiss, follow },
    }),
    [
      ...[batchId, isRestored, pending, arrived, expected, unsent],
      ...[addFiles, goOn, forgetUnsent, retryUpload, dismiss, follow],
    ],
  );
  return <ImportContext.Provider value={state}>{children}</ImportContext.Provider>;
}
