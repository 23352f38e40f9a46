import { queryOptions } from "@tanstack/react-query";
import { callApi, noContent } from "@/lib/api/call-api";
import type { ChangeMessageInput } from "@/lib/message/schema";

const schema = () => import("@/lib/message/schema");
const pollMs = 2000;

export const messagesKey = ["messages"] as const;
/** Of a candidate, of an interview, or all. */
export type MessagesOf = { applicationId: string } | { interviewId: string } | { all: true };

function addressOf(of: MessagesOf): string {
  if ("applicationId" in of) return `/api/v1/applications/${of.applicationId}/messages`;
  return "interviewId" in of ? `/api/v1/interviews/${of.interviewId}/invitations` : "/api/v1/messages";
}

export function messagesQuery(of: MessagesOf) {
  return queryOptions({
    queryKey: [...messagesKey, of],
    queryFn: ({ signal }) => callApi(addressOf(of), async () => (await schema()).messageList, { signal }),
    refetchInterval: ({ state }) => (state.data?.messages.some((one) => one.state === "sending") ? pollMs : false),
  });
}

export function draft(of: MessagesOf, json: unknown) {
  return callApi(addressOf(of), noContent, { method: "POST", json });
}

const at = (id: string) => `/api/v1/messages/${id}`;

export function changeMessage(id: string, json: ChangeMessageInput) {
  return callApi(at(id), noContent, { method: "PATCH", json });
}

export function deleteMessage(id: string) {
  return callApi(at(id), noContent, { method: "DELETE" });
}

export function sendMessage(id: string) {
  return callApi(`${at(id)}/sendings`, noContent, { method: "POST" });
}

export function markCopied(id: string) {
  return callApi(`${at(id)}/copies`, noContent, { method: "POST" });
}
