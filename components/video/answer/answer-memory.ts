import { callApi } from "@/lib/api/call-api";
import type { RecordingEvent } from "@/lib/video/invites/schema";

/** How far a candidate has come, for a page that was closed or reloaded. The answers themselves lie on the server. */
export type AnswerMemory = { uploadIds: string[]; events: RecordingEvent[]; poster: string | null };

const uploadShape = async () => (await import("@/lib/video/uploads/schema")).videoUpload;
const nameOf = (token: string) => `answers ${token.slice(-16)}`;

/** What is still there on the server of what this browser remembers; null when nothing is, or a part is gone. */
export async function recallAnswers(token: string, address: string): Promise<AnswerMemory | null> {
  try {
    const known: AnswerMemory | null = JSON.parse(localStorage.getItem(nameOf(token)) ?? "null");
    if (!known || known.uploadIds.length === 0) return null;
    for (const id of known.uploadIds) await callApi(`${address}/uploads/${id}`, uploadShape);
    return known;
  } catch {
    return null;
  }
}

export function rememberAnswers(token: string, memory: AnswerMemory | null) {
  try {
    if (memory) localStorage.setItem(nameOf(token), JSON.stringify(memory));
    else localStorage.removeItem(nameOf(token));
  } catch {
    // Without it a closed page begins anew.
  }
}
