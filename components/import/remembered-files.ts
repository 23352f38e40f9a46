/*
 * Files chosen but not yet sent, kept in this browser, so that a closed tab or a lost connection costs nobody the
 * choosing. Only as long as they are needed: each goes when its line is at the server, all of them when somebody else
 * signs in or after a week.
 */

export type RememberedFile = { id: string; batchId: string; userId: string; file: File; rememberedAt: number };

const database = "hireglass-import";
const store = "files";
const longestMs = 7 * 86_400_000;
/** Beyond this a file is sent as ever, but not remembered. */
const mostBytes = 500 * 1024 * 1024;

let opened: Promise<IDBDatabase | null> | null = null;

/** Null where the browser keeps nothing: private windows, full disks. */
function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    if (!("indexedDB" in globalThis)) return resolve(null);
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  });
  return opened;
}

async function change(act: (files: IDBObjectStore) => void): Promise<void> {
  const db = await open();
  if (!db) return;
  await new Promise<void>((resolve) => {
    const transaction = db.transaction(store, "readwrite");
    act(transaction.objectStore(store));
    transaction.oncomplete = () => resolve();
    // Remembering is a kindness: without it the import goes on as it is.
    transaction.onerror = () => resolve();
    transaction.onabort = () => resolve();
  });
}

export function rememberFiles(files: RememberedFile[]): Promise<void> {
  let bytes = 0;
  return change((all) => {
    for (const remembered of files) {
      bytes += remembered.file.size;
      if (bytes <= mostBytes) all.put(remembered);
    }
  });
}

export function forgetFiles(ids: string[]): Promise<void> {
  return change((all) => {
    for (const id of ids) all.delete(id);
  });
}

/** What this person chose and no tab is sending; what is another's or too old is forgotten. */
export async function findRememberedFiles(userId: string): Promise<RememberedFile[]> {
  const db = await open();
  if (!db) return [];
  const all = await new Promise<RememberedFile[]>((resolve) => {
    const request = db.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve([]);
  });
  const isValid = (kept: RememberedFile) => kept.userId === userId && Date.now() - kept.rememberedAt < longestMs;
  const lapsed = all.filter((kept) => !isValid(kept));
  if (lapsed.length > 0) await forgetFiles(lapsed.map(({ id }) => id));
  const held = await batchesBeingSent();
  return all.filter((kept) => isValid(kept) && !held.has(kept.batchId));
}

const lockName = (batchId: string) => `${database}:${batchId}`;

/** Tells other tabs that this one sends the batch; let go by the browser when the tab closes. */
export function holdBatch(batchId: string): () => void {
  let release = () => undefined as unknown;
  const held = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  void navigator.locks?.request(lockName(batchId), () => held);
  return () => release();
}

async function batchesBeingSent(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.map(({ name = "" }) => name.slice(database.length + 1)));
}
