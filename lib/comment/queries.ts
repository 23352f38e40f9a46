import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { callApi, noContent } from "@/lib/api/call-api";
import type { editCommentInput, writeCommentInput } from "@/lib/comment/schema";
import { resumePageKey } from "@/lib/resume/page-queries";

const schema = () => import("@/lib/comment/schema");
const address = (resumeId: string) => `/api/v1/resumes/${resumeId}/comments`;

export function commentsQuery(resumeId: string) {
  return queryOptions({
    queryKey: [...resumePageKey(resumeId), "comments"],
    queryFn: ({ signal }) => callApi(address(resumeId), async () => (await schema()).comment.array(), { signal }),
  });
}

/** Who may be called in a comment on this candidate. */
export function mentionableQuery(resumeId: string, applicationId: string | null) {
  const query = applicationId ? `?${new URLSearchParams({ applicationId })}` : "";
  return queryOptions({
    queryKey: [...resumePageKey(resumeId), "mentionable", applicationId],
    queryFn: ({ signal }) =>
      callApi(`${address(resumeId)}/people${query}`, async () => (await schema()).mentionable.array(), { signal }),
  });
}

export function addComment(resumeId: string, input: z.input<typeof writeCommentInput>) {
  const shape = async () => (await schema()).writtenComment;
  return callApi(address(resumeId), shape, { method: "POST", json: input });
}

export function editComment(resumeId: string, commentId: string, input: z.input<typeof editCommentInput>) {
  return callApi(`${address(resumeId)}/${commentId}`, noContent, { method: "PUT", json: input });
}

export function deleteComment(resumeId: string, commentId: string) {
  return callApi(`${address(resumeId)}/${commentId}`, noContent, { method: "DELETE" });
}

export function readMentions(commentIds: string[]) {
  return callApi("/api/v1/mentions", noContent, { method: "POST", json: { commentIds } });
}
