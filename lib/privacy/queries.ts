import { queryOptions } from "@tanstack/react-query";
import { callApi, noContent } from "@/lib/api/call-api";
import type { RecordPrivacyInput } from "@/lib/privacy/schema";

const schema = () => import("@/lib/privacy/schema");
const addressOf = (candidateId: string) => `/api/v1/candidates/${candidateId}`;

export const privacyQuery = (candidateId: string) =>
  queryOptions({
    queryKey: ["privacy", candidateId],
    queryFn: ({ signal }) =>
      callApi(`${addressOf(candidateId)}/privacy`, async () => (await schema()).privacyView, { signal }),
  });

export const recordPrivacy = (candidateId: string, json: RecordPrivacyInput) =>
  callApi(`${addressOf(candidateId)}/privacy`, async () => (await schema()).recordedPrivacy, { method: "POST", json });

export const setLegalHold = (candidateId: string, reason: string | null) =>
  callApi(`${addressOf(candidateId)}/legal-hold`, noContent, { method: "PUT", json: { reason } });

export const erasePerson = (candidateId: string, confirmation: string) =>
  callApi(`${addressOf(candidateId)}/erasure`, async () => (await schema()).startedErasure, {
    method: "POST",
    json: { confirmation },
  });

export const exportAddress = (candidateId: string) => `${addressOf(candidateId)}/export`;
