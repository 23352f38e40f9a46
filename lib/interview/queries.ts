import { queryOptions } from "@tanstack/react-query";
import { callApi, noContent, toApiError } from "@/lib/api/call-api";
import type {
  ChangeInterviewInput,
  CreateInterviewInput,
  InterviewChanges,
  SavePlanInput,
  ScorecardInput,
  StartInterviewInput,
} from "@/lib/interview/page-schema";

const schema = () => import("@/lib/interview/page-schema");

export const interviewsKey = ["interviews"] as const;

type Which = { resumeId?: string; positionId?: string; practice?: "true" };

export function interviewsQuery(which: Which = {}) {
  return queryOptions({
    queryKey: [...interviewsKey, "list", which],
    queryFn: ({ signal }) =>
      callApi(
        `/api/v1/interviews?${new URLSearchParams(which)}`,
        async () => (await schema()).interviewListItem.array(),
        { signal },
      ),
  });
}

export function interviewQuery(interviewId: string) {
  return queryOptions({
    queryKey: [...interviewsKey, "detail", interviewId],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/interviews/${interviewId}`, async () => (await schema()).interviewDetail, { signal }),
  });
}

export function templatesQuery() {
  return queryOptions({
    queryKey: [...interviewsKey, "templates"],
    queryFn: ({ signal }) =>
      callApi("/api/v1/interview-templates", async () => (await schema()).templateItem.array(), { signal }),
  });
}

const post = { method: "POST" } as const;
const created = async () => (await schema()).createdInterview;
const savedPlan = async () => (await schema()).savedPlan;
const live = async () => (await schema()).liveAnswer;
const address = (interviewId: string, part: string) => `/api/v1/interviews/${interviewId}/${part}`;

export function createInterview(input: CreateInterviewInput) {
  return callApi("/api/v1/interviews", created, { ...post, json: input });
}

export function changeInterview(interviewId: string, input: ChangeInterviewInput) {
  return callApi(`/api/v1/interviews/${interviewId}`, noContent, { method: "PATCH", json: input });
}

export function deleteInterview(interviewId: string) {
  return callApi(`/api/v1/interviews/${interviewId}`, noContent, { method: "DELETE" });
}

export function replanInterview(interviewId: string) {
  return callApi(address(interviewId, "plan"), savedPlan, post);
}

export function savePlan(interviewId: string, input: SavePlanInput) {
  return callApi(address(interviewId, "plan"), savedPlan, { method: "PUT", json: input });
}

export function startInterview(interviewId: string, json: StartInterviewInput) {
  return callApi(address(interviewId, "start"), noContent, { ...post, json });
}

export function finishInterview(interviewId: string) {
  return callApi(address(interviewId, "finish"), noContent, post);
}

export function abandonInterview(interviewId: string) {
  return callApi(address(interviewId, "abandon"), noContent, post);
}

export function sendChanges(interviewId: string, changes: InterviewChanges) {
  return callApi(address(interviewId, "changes"), live, { ...post, json: changes });
}

export function fetchLive(interviewId: string, after: number) {
  return callApi(`${address(interviewId, "live")}?after=${after}`, live);
}

export function saveScorecard(interviewId: string, input: ScorecardInput & { isSubmitted: boolean }) {
  return callApi(address(interviewId, "scorecard"), noContent, { method: "PUT", json: input });
}

export function saveTemplate(input: { name: string; interviewId: string }) {
  return callApi("/api/v1/interview-templates", created, { ...post, json: input });
}

export function deleteTemplate(templateId: string) {
  return callApi(`/api/v1/interview-templates/${templateId}`, noContent, { method: "DELETE" });
}

type Transcribe = {
  /** What was said before. */
  context: string;
  /** What it belongs to, of speech that is complete: its audio is kept where the candidate agreed to that. */
  segmentId?: string;
};

/** A piece of speech as a WAV file. */
export function transcribe(interviewId: string, audio: Blob, { context, segmentId }: Transcribe) {
  // What was said before travels where a file's name does: an address would end up in logs.
  const file = new File([audio], context, { type: "audio/wav" });
  const query = segmentId ? `?segmentId=${segmentId}` : "";
  return callApi(`${address(interviewId, "audio")}${query}`, async () => (await schema()).transcribed, {
    ...{ ...post, file },
  });
}

/** Where the sound of something said is played from. */
export function audioAddress(interviewId: string, segmentId: string) {
  return address(interviewId, `audio/${segmentId}`);
}

/** What the system answers in the place of a candidate. */
export function practise(interviewId: string, turnId: string) {
  return callApi(address(interviewId, "practice"), live, { ...post, json: { turnId } });
}

export function addModelQuestions(interviewId: string) {
  return callApi(address(interviewId, "plan/additions"), savedPlan, post);
}

type StreamSuggestion = { signal: AbortSignal; onText: (piece: string) => void };

/**
 * A question by a model, piece by piece. False for one that cannot be used.
 *
 * @throws ApiError
 */
export async function streamSuggestion(interviewId: string, { signal, onText }: StreamSuggestion): Promise<boolean> {
  const response = await fetch(address(interviewId, "suggestions"), { ...post, signal });
  if (!response.ok || !response.body) throw toApiError(await response.json().catch(() => null));
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of readAll(response.body)) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const said: { text?: string; isUsable?: boolean; error?: unknown } = JSON.parse(line);
      if (said.error) throw toApiError(said);
      if (said.text) onText(said.text);
      if (said.isUsable !== undefined) return said.isUsable;
    }
  }
  throw toApiError(null);
}

/** Not every browser can go over a stream itself. */
async function* readAll(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
