import type { PendingFile } from "@/components/import/import-provider";
import { ApiError } from "@/lib/api/call-api";
import type { ImportItem } from "@/lib/resume/schema";
import { isPassing, uploadFile } from "@/lib/resume/upload-file";

type SenderOptions = {
  /** Whose files they are, where the browser puts them into storage itself; null where they are sent to us. */
  directUserId: string | null;
  onChange: (id: string, next: Partial<PendingFile>) => void;
  onArrived: (id: string, item: ImportItem) => void;
  onIdle: (batchId: string) => void;
};

const uploadsAtOnce = 4;
const firstWaitMs = 1000;
const longestWaitMs = 30_000;

/**
 * Sends files a few at a time. While the server cannot be reached a file waits, longer each time and no longer than
 * half a minute, or until the browser is online again; the server knows a file it already has by its id.
 */
export function createSender({ directUserId, onChange, onArrived, onIdle }: SenderOptions) {
  const queue: { batchId: string; file: PendingFile }[] = [];
  let running = 0;

  function pump() {
    while (running < uploadsAtOnce) {
      const next = queue.shift();
      if (!next) return;
      running += 1;
      void send(next.batchId, next.file).finally(() => {
        running -= 1;
        pump();
        if (running === 0) onIdle(next.batchId);
      });
    }
  }

  async function send(batchId: string, { id, file }: PendingFile) {
    for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      try {
        const onProgress = (share: number) => onChange(id, { share });
        const sending = { file, batchId, fileId: id, onProgress };
        onArrived(id, await (directUserId ? sendDirect(directUserId, sending) : uploadFile(sending)));
        return;
      } catch (error) {
        // A file that was moved or changed since it was chosen fails like a lost connection.
        const isReadable = await canRead(file);
        if (!isPassing(error) || !isReadable) {
          const message = error instanceof ApiError && isReadable ? error.message : "";
          onChange(id, { failure: message, isWaiting: false });
          return;
        }
        onChange(id, { isWaiting: true, share: 0 });
        await pause(waitMs);
        onChange(id, { isWaiting: false });
      }
    }
  }

  return {
    add(batchId: string, files: PendingFile[]) {
      queue.push(...files.map((file) => ({ batchId, file })));
      pump();
    },
  };
}

/** Only where it is used: the client of Vercel Blob is large. */
async function sendDirect(userId: string, sending: Parameters<typeof uploadFile>[0]) {
  const { uploadDirect } = await import("@/lib/resume/direct-upload/upload-direct");
  return uploadDirect({ ...sending, userId });
}

function canRead(file: File) {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}

function pause(waitMs: number) {
  return new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("online", end);
      resolve();
    };
    const timer = setTimeout(end, waitMs);
    addEventListener("online", end);
  });
}
