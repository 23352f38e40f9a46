"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { ApiError } from "@/lib/api/call-api";
import { importQuery, resumesKey } from "@/lib/resume/queries";
import type { ImportItem } from "@/lib/resume/schema";
import { uploadFile } from "@/lib/resume/upload-file";

/** A file on its way up; once the server has answered, its line comes from there. */
export type PendingFile = {
  id: string;
  file: File;
  share: number;
  /** Set when it did not arrive: it can be sent again. */
  failure: string | null;
};

type ImportState = {
  batchId: string | null;
  /** An import of before the page was loaded, shown for its outcome. */
  isRestored: boolean;
  pending: PendingFile[];
  /** The server's answers, for the moment until its list has them. */
  arrived: ImportItem[];
  /** How many files the server itself is putting into the import; 0 for those chosen here. */
  expected: number;
  addFiles: (files: Iterable<File>) => void;
  retryUpload: (id: string) => void;
  dismiss: () => void;
  /** Shows an import that the server makes. */
  follow: (batchId: string, expected: number) => void;
};

const ImportContext = createContext<ImportState | null>(null);
const uploadsAtOnce = 4;
const rememberedBatch = "hireglass-import";

export function useImport(): ImportState {
  const state = useContext(ImportContext);
  if (!state) throw new Error("useImport outside its provider");
  return state;
}

/** Holds the running import above the pages, so that going elsewhere interrupts nothing. */
export function ImportProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const [batchId, setBatchId] = useState<string | null>(null);
  const [isRestored, setRestored] = useState(true);
  const [pending, setPending] = useState<PendingFile[]>([]);
  const [arrived, setArrived] = useState<ImportItem[]>([]);
  const [expected, setExpected] = useState(0);
  const queue = useRef<PendingFile[]>([]);
  const running = useRef(0);

  useEffect(() => setBatchId(sessionStorage.getItem(rememberedBatch)), []);

  useEffect(() => {
    if (pending.length === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [pending.length]);

  const change = useCallback((id: string, next: Partial<PendingFile>) => {
    setPending((files) => files.map((file) => (file.id === id ? { ...file, ...next } : file)));
  }, []);

  const pump = useCallback(
    (batch: string) => {
      while (running.current < uploadsAtOnce && queue.current.length > 0) {
        const next = queue.current.shift();
        if (!next) return;
        running.current += 1;
        void uploadFile({ file: next.file, batchId: batch, onProgress: (share) => change(next.id, { share }) })
          .then((item) => {
            setArrived((items) => [...items, item]);
            setPending((files) => files.filter(({ id }) => id !== next.id));
          })
          .catch((error) => change(next.id, { failure: error instanceof ApiError ? error.message : "" }))
          .finally(() => {
            running.current -= 1;
            pump(batch);
            if (running.current === 0) {
              void queryClient.invalidateQueries({ queryKey: importQuery(batch).queryKey });
              void queryClient.invalidateQueries({ queryKey: resumesKey });
            }
          });
      }
    },
    [change, queryClient],
  );

  const addFiles = useCallback(
    (files: Iterable<File>) => {
      const added = [...files].map((file) => ({ id: crypto.randomUUID(), file, share: 0, failure: null }));
      if (added.length === 0) return;
      // Files dropped while others are still on their way belong to the same import.
      const isRunning = batchId !== null && pending.length > 0;
      const batch = isRunning ? batchId : crypto.randomUUID();
      if (!isRunning) setArrived([]);
      setExpected(0);
      sessionStorage.setItem(rememberedBatch, batch);
      setBatchId(batch);
      setRestored(false);
      setPending((shown) => [...shown, ...added]);
      queue.current.push(...added);
      pump(batch);
    },
    [batchId, pending.length, pump],
  );

  const retryUpload = useCallback(
    (id: string) => {
      const file = pending.find((candidate) => candidate.id === id);
      if (!file || !batchId) return;
      change(id, { failure: null, share: 0 });
      queue.current.push(file);
      pump(batchId);
    },
    [batchId, change, pending, pump],
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
    setBatchId(null);
    setPending([]);
    setArrived([]);
    setExpected(0);
  }, []);

  const state = useMemo(
    () => ({ batchId, isRestored, pending, arrived, expected, addFiles, retryUpload, dismiss, follow }),
    [batchId, isRestored, pending, arrived, expected, addFiles, retryUpload, dismiss, follow],
  );
  return <ImportContext.Provider value={state}>{children}</ImportContext.Provider>;
}
