type Kept = { key: string };

/** A table in this browser, for what the server does not have yet. */
export type BrowserStore<T extends Kept> = {
  all: () => Promise<T[]>;
  put: (kept: T) => Promise<void>;
  /** Those of the keys whose rows pass the test. */
  remove: (keys: string[], isMeant?: (kept: T) => boolean) => Promise<void>;
};

const table = "waiting";

/**
 * Keeping is a kindness: where the browser keeps nothing (private windows, full disks) everything goes on without it.
 */
export function openBrowserStore<T extends Kept>(database: string): BrowserStore<T> {
  const opened = open(database);

  async function change(act: (rows: IDBObjectStore) => void) {
    const db = await opened;
    if (!db) return;
    await new Promise<void>((resolve) => {
      const transaction = db.transaction(table, "readwrite");
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => resolve();
      transaction.onabort = () => resolve();
      act(transaction.objectStore(table));
    });
  }

  return {
    async all() {
      const db = await opened;
      if (!db) return [];
      return new Promise((resolve) => {
        const request = db.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => resolve([]);
      });
    },
    put: (kept) => change((rows) => rows.put(kept)),
    remove: (keys, isMeant = () => true) =>
      change((rows) => {
        for (const key of keys) {
          const asking: IDBRequest<T | undefined> = rows.get(key);
          asking.onsuccess = () => {
            if (asking.result && isMeant(asking.result)) rows.delete(key);
          };
        }
      }),
  };
}

function open(database: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    if (!("indexedDB" in globalThis)) return resolve(null);
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  });
}
