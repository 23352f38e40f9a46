import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { namedModels } from "../../lib/testing/model-settings";
import type { Role } from "./organisation";
import { savePosition } from "./scenario";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type Address = `${Method} ${string}`;
type Rule = { roles: Role[]; body?: unknown };

const everyone: Role[] = ["admin", "recruiter", "hiring_manager", "interviewer"];
const deciders: Role[] = ["admin", "recruiter", "hiring_manager"];
const recruiters: Role[] = ["admin", "recruiter"];
const admins: Role[] = ["admin"];
const someId = "5f0c8a4e-8d3b-4f43-9e0e-0d9a3a0f7b11";

/** Addresses a stranger may call, each for a reason: signing in, load balancers, the way to the documentation, Inngest (404 here), the set-up link, invitations, ResumeSDK's clients (their own accounts), candidates who have a link. */
export const publicAddresses: Address[] = [
  "GET /api/auth/[...nextauth]",
  "POST /api/auth/[...nextauth]",
  "GET /api",
  "GET /api/docs",
  "GET /api/redoc",
  "GET /api/health",
  "GET /api/inngest",
  "POST /api/inngest",
  "PUT /api/inngest",
  "POST /api/v1/set-up",
  "POST /api/v1/invitations/accepted",
  "POST /api/parse",
  "POST /api/ResumeParser",
  "POST /api/v1/answers/[token]/consent",
  "POST /api/v1/answers/[token]/uploads",
  "GET /api/v1/answers/[token]/uploads/[uploadId]",
  "PUT /api/v1/answers/[token]/uploads/[uploadId]/parts/[part]",
  "POST /api/v1/answers/[token]/uploads/[uploadId]/video",
  "POST /api/v1/answers/[token]/video",
];

/** Who may call what at all, with a body that is well-formed. A new address without a line here fails the tests. */
export const rules: Record<Address, Rule> = {
  "GET /api/v1/users": { roles: admins },
  "POST /api/v1/users": { roles: admins, body: { email: "taken", name: "", role: "recruiter", password: "short" } },
  "PATCH /api/v1/users/[userId]": { roles: admins, body: { name: "Renamed" } },
  "GET /api/v1/jobs": { roles: admins },
  "PATCH /api/v1/jobs/[jobId]": { roles: admins, body: { action: "retry" } },
  "GET /api/v1/audit": { roles: admins },
  "GET /api/v1/audit/export": { roles: admins },
  "GET /api/v1/account": { roles: everyone },
  // Of a browser only: a token gets 409, whoever's it is.
  "POST /api/v1/account/password": { roles: everyone, body: { password: "x", newPassword: "y" } },
  "POST /api/v1/account/second-factor": { roles: everyone },
  "PUT /api/v1/account/second-factor": { roles: everyone, body: { code: "000000" } },
  "DELETE /api/v1/account/second-factor": { roles: everyone, body: { password: "x" } },
  "POST /api/v1/account/recovery-codes": { roles: everyone, body: { password: "x" } },
  "DELETE /api/v1/account/sessions": { roles: everyone },
  "DELETE /api/v1/account/sessions/[sessionId]": { roles: everyone },
  "GET /api/v1/invitations": { roles: admins },
  "POST /api/v1/invitations": { roles: admins, body: { email: "taken", name: "", role: "recruiter" } },
  "DELETE /api/v1/invitations/[invitationId]": { roles: admins },
  "GET /api/v1/candidates/[candidateId]/privacy": { roles: recruiters },
  "POST /api/v1/candidates/[candidateId]/privacy": {
    roles: recruiters,
    body: { kind: "notice", way: "email", at: "2026-11-01" },
  },
  "GET /api/v1/candidates/[candidateId]/export": { roles: admins },
  "POST /api/v1/candidates/[candidateId]/erasure": { roles: admins, body: { confirmation: "" } },
  "PUT /api/v1/candidates/[candidateId]/legal-hold": { roles: admins, body: { reason: null } },
  "GET /api/v1/retention": { roles: admins },
  "POST /api/v1/retention": { roles: admins, body: { count: 1 } },
  "GET /api/v1/erasures": { roles: admins },
  "GET /api/v1/model-settings": { roles: admins },
  "PUT /api/v1/model-settings": { roles: admins, body: modelSettings() },
  "POST /api/v1/model-settings/test": { roles: admins },
  "GET /api/v1/tables/[table]": { roles: everyone },
  "GET /api/v1/organisation-settings": { roles: admins },
  "PATCH /api/v1/organisation-settings": { roles: admins, body: { keepsInterviewAudio: false } },
  "GET /api/v1/parse-accounts": { roles: admins },
  "POST /api/v1/parse-accounts": { roles: admins, body: { name: "Matrix", usageLimit: 0 } },
  "PATCH /api/v1/parse-accounts/[accountId]": { roles: admins, body: { usageLimit: 1 } },
  "GET /api/v1/tokens": { roles: recruiters },
  "POST /api/v1/tokens": { roles: recruiters, body: { name: "matrix" } },
  "DELETE /api/v1/tokens/[tokenId]": { roles: recruiters },
  "POST /api/v1/parse-trials": { roles: recruiters, body: "Jane Miller" },
  "GET /api/v1/imports/[batchId]": { roles: recruiters },
  "GET /api/v1/resumes": { roles: everyone },
  "POST /api/v1/resumes": { roles: recruiters },
  "DELETE /api/v1/resumes": { roles: recruiters, body: { resumeIds: [someId] } },
  "GET /api/v1/resumes/export": { roles: recruiters },
  "GET /api/v1/resumes/facets": { roles: everyone },
  "POST /api/v1/resumes/restore": { roles: recruiters, body: { resumeIds: [someId] } },
  "GET /api/v1/views": { roles: everyone },
  "POST /api/v1/views": { roles: everyone, body: { name: "Matrix", query: "q=java" } },
  "DELETE /api/v1/views/[viewId]": { roles: everyone },
  "POST /api/v1/resumes/retry": { roles: recruiters, body: { resumeIds: [someId] } },
  "GET /api/v1/resumes/rereading": { roles: admins },
  "POST /api/v1/resumes/rereading": { roles: admins },
  "GET /api/v1/resumes/[resumeId]": { roles: everyone },
  "GET /api/v1/resumes/[resumeId]/file": { roles: everyone },
  "GET /api/v1/resumes/[resumeId]/html": { roles: everyone },
  "GET /api/v1/resumes/[resumeId]/pages/[page]": { roles: everyone },
  "PUT /api/v1/resumes/[resumeId]/corrections": { roles: recruiters, body: { path: "name", value: "Jane Miller" } },
  "DELETE /api/v1/resumes/[resumeId]/corrections/[correctionId]": { roles: recruiters },
  "POST /api/v1/resumes/[resumeId]/sensitive": { roles: recruiters },
  "POST /api/v1/resumes/[resumeId]/identity": { roles: recruiters, body: { forTeam: false } },
  "GET /api/v1/resumes/[resumeId]/related": { roles: everyone },
  "GET /api/v1/resumes/[resumeId]/activity": { roles: everyone },
  "GET /api/v1/resumes/[resumeId]/runs": { roles: deciders },
  "GET /api/v1/resumes/[resumeId]/comments": { roles: everyone },
  "POST /api/v1/resumes/[resumeId]/comments": { roles: everyone, body: { text: "Comment" } },
  "GET /api/v1/resumes/[resumeId]/comments/people": { roles: everyone },
  "PUT /api/v1/resumes/[resumeId]/comments/[commentId]": { roles: everyone, body: { text: "Other" } },
  "DELETE /api/v1/resumes/[resumeId]/comments/[commentId]": { roles: everyone },
  "POST /api/v1/mentions": { roles: everyone, body: { commentIds: [someId] } },
  "PUT /api/v1/resumes/[resumeId]/candidate": { roles: recruiters, body: { otherResumeId: someId } },
  "DELETE /api/v1/resumes/[resumeId]/candidate": { roles: recruiters },
  "POST /api/v1/resumes/[resumeId]/password": { roles: recruiters, body: { password: "secret" } },
  "PUT /api/v1/resumes/[resumeId]/text": { roles: recruiters, body: { text: "Jane Miller" } },
  "POST /api/v1/resumes/uploads": {
    roles: recruiters,
    body: {
      type: "blob.generate-client-token",
      payload: { pathname: "uploads/x", multipart: false, clientPayload: "{}" },
    },
  },
  "PUT /api/v1/resumes/uploads": {
    roles: recruiters,
    body: { batchId: someId, fileId: someId, fileName: "", declaredType: "", size: 0, hash: "0".repeat(64) },
  },
  "POST /api/v1/resumes/tags": { roles: recruiters, body: { resumeIds: [someId], add: ["matrix"] } },
  // Refused seeds: the matrix must not fill its organisations.
  "GET /api/v1/sample-data": { roles: recruiters },
  "POST /api/v1/sample-data": { roles: recruiters, body: { seed: 0 } },
  "DELETE /api/v1/sample-data": { roles: recruiters },
  "PUT /api/v1/checklist": { roles: recruiters, body: { isDismissed: true } },
  "GET /api/v1/positions": { roles: everyone },
  "POST /api/v1/positions": { roles: recruiters, body: savePosition("Matrix") },
  "POST /api/v1/positions/[positionId]/requirements/[requirementKey]/accepted": {
    roles: recruiters,
    body: { phrase: "ROS2", verdict: "met" },
  },
  "GET /api/v1/positions/[positionId]": { roles: everyone },
  "PUT /api/v1/positions/[positionId]": { roles: recruiters, body: { ...savePosition("Stolen"), baseVersion: 1 } },
  "PATCH /api/v1/positions/[positionId]": { roles: recruiters, body: { isArchived: true } },
  "PUT /api/v1/positions/[positionId]/blind": { roles: recruiters, body: { blind: "person" } },
  "POST /api/v1/positions/[positionId]/copies": { roles: recruiters },
  "GET /api/v1/positions/[positionId]/export": { roles: everyone },
  "GET /api/v1/positions/[positionId]/applications": { roles: everyone },
  "POST /api/v1/positions/[positionId]/applications": { roles: recruiters, body: { resumeIds: [someId] } },
  "DELETE /api/v1/positions/[positionId]/applications": { roles: recruiters, body: { applicationIds: [someId] } },
  "POST /api/v1/positions/drafts": { roles: recruiters, body: "Requirements: Java" },
  "POST /api/v1/positions/imports": {
    roles: recruiters,
    body: { format: "hireglass.position", version: 1, title: "Matrix" },
  },
  "GET /api/v1/positions/requirements": { roles: recruiters },
  "POST /api/v1/positions/[positionId]/previews": { roles: recruiters, body: savePosition("Preview") },
  "POST /api/v1/positions/[positionId]/calibrations": {
    roles: deciders,
    body: { applicationIds: [someId, someId, someId] },
  },
  "PUT /api/v1/positions/[positionId]/members": { roles: recruiters, body: { userIds: [] } },
  "GET /api/v1/positions/[positionId]/versions": { roles: everyone },
  "GET /api/v1/positions/[positionId]/board": { roles: deciders },
  "GET /api/v1/positions/[positionId]/report": { roles: deciders },
  "GET /api/v1/positions/[positionId]/screenings": { roles: deciders },
  "POST /api/v1/positions/[positionId]/screenings": { roles: recruiters, body: { resumeIds: [someId] } },
  "POST /api/v1/positions/[positionId]/screenings/estimates": { roles: recruiters, body: { resumeIds: [someId] } },
  "GET /api/v1/positions/[positionId]/spreads": { roles: deciders },
  "POST /api/v1/positions/[positionId]/spreads": { roles: recruiters, body: { times: 3, candidates: 1 } },
  "POST /api/v1/reports": { roles: deciders, body: { kind: "shortlist", subjectId: someId } },
  "GET /api/v1/reports/[reportId]": { roles: everyone },
  "GET /api/v1/reports/[reportId]/file": { roles: everyone },
  "GET /api/v1/interviews": { roles: everyone },
  "POST /api/v1/interviews": { roles: everyone, body: { applicationId: someId, language: "en" } },
  "GET /api/v1/interviews/[interviewId]": { roles: everyone },
  "PATCH /api/v1/interviews/[interviewId]": { roles: everyone, body: { minutes: 30 } },
  "DELETE /api/v1/interviews/[interviewId]": { roles: recruiters },
  "POST /api/v1/interviews/[interviewId]/plan": { roles: everyone },
  "PUT /api/v1/interviews/[interviewId]/plan": { roles: everyone, body: { sections: [], baseVersion: 1 } },
  "POST /api/v1/interviews/[interviewId]/plan/additions": { roles: everyone },
  "POST /api/v1/interviews/[interviewId]/suggestions": { roles: everyone },
  "POST /api/v1/interviews/[interviewId]/start": { roles: everyone, body: { consent: "none" } },
  "POST /api/v1/interviews/[interviewId]/changes": { roles: everyone, body: {} },
  "GET /api/v1/interviews/[interviewId]/live": { roles: everyone },
  "POST /api/v1/interviews/[interviewId]/audio": { roles: everyone },
  "GET /api/v1/interviews/[interviewId]/audio/[segmentId]": { roles: everyone },
  "POST /api/v1/interviews/[interviewId]/finish": { roles: everyone },
  "POST /api/v1/interviews/[interviewId]/abandon": { roles: everyone },
  "POST /api/v1/interviews/[interviewId]/practice": { roles: everyone, body: { turnId: someId } },
  "PUT /api/v1/interviews/[interviewId]/scorecard": {
    roles: everyone,
    body: { lines: [], recommendation: null, comment: "", isSubmitted: false },
  },
  "GET /api/v1/interviews/[interviewId]/report": { roles: everyone },
  "GET /api/v1/videos": { roles: everyone },
  "POST /api/v1/videos": { roles: recruiters },
  "GET /api/v1/videos/[videoId]": { roles: everyone },
  "DELETE /api/v1/videos/[videoId]": { roles: recruiters },
  "GET /api/v1/videos/[videoId]/file": { roles: everyone },
  "GET /api/v1/videos/[videoId]/poster": { roles: everyone },
  "PUT /api/v1/videos/[videoId]/poster": { roles: recruiters, body: "a" },
  "PUT /api/v1/videos/[videoId]/transcript": { roles: recruiters, body: "a" },
  "PATCH /api/v1/videos/[videoId]/transcript": {
    roles: recruiters,
    body: { revision: 0, transcript: { source: "txt", hasTimes: false, lines: [] } },
  },
  "DELETE /api/v1/videos/[videoId]/transcript": { roles: recruiters },
  "POST /api/v1/videos/[videoId]/analyses": { roles: recruiters },
  "GET /api/v1/videos/[videoId]/captions": { roles: everyone },
  "POST /api/v1/videos/[videoId]/transcriptions": { roles: recruiters, body: { hasAgreed: true } },
  "POST /api/v1/videos/uploads": {
    roles: recruiters,
    body: { fileName: "a.mp4", candidateName: "Jane", positionApplied: "Engineer", fileSize: 1000 },
  },
  "GET /api/v1/videos/uploads/[uploadId]": { roles: recruiters },
  "DELETE /api/v1/videos/uploads/[uploadId]": { roles: recruiters },
  "PUT /api/v1/videos/uploads/[uploadId]/parts/[part]": { roles: recruiters, body: "a" },
  "POST /api/v1/videos/uploads/[uploadId]/token": { roles: recruiters, body: { head: "" } },
  "POST /api/v1/videos/uploads/[uploadId]/video": { roles: recruiters },
  "GET /api/v1/video-invites": { roles: recruiters },
  "POST /api/v1/video-invites": {
    roles: recruiters,
    body: {
      ...{ resumeId: someId, positionApplied: "Engineer", language: "en", days: 7 },
      questions: [{ text: "Why?", seconds: 60 }],
    },
  },
  "DELETE /api/v1/video-invites/[inviteId]": { roles: recruiters },
  "GET /api/v1/interview-templates": { roles: everyone },
  "POST /api/v1/interview-templates": { roles: everyone, body: { name: "Matrix", interviewId: someId } },
  "DELETE /api/v1/interview-templates/[templateId]": { roles: everyone },
  "GET /api/v1/batches": { roles: deciders },
  "GET /api/v1/batches/[batchId]": { roles: deciders },
  "PATCH /api/v1/batches/[batchId]": { roles: recruiters, body: { action: "cancel" } },
  "GET /api/v1/applications/[applicationId]": { roles: deciders },
  "GET /api/v1/applications/[applicationId]/report": { roles: deciders },
  "GET /api/v1/applications/[applicationId]/recommendation": { roles: deciders },
  "POST /api/v1/applications/[applicationId]/recommendation": { roles: deciders },
  "GET /api/v1/applications/[applicationId]/dossier": { roles: deciders },
  "GET /api/v1/openapi": { roles: everyone },
  "GET /api/schema": { roles: everyone },
  "GET /api/v1/figures": { roles: deciders },
  "GET /api/v1/figures/list": { roles: deciders },
  "GET /api/v1/figures/export": { roles: deciders },
  "GET /api/v1/positions/[positionId]/position-report": { roles: deciders },
  "GET /api/v1/positions/[positionId]/report-schedules": { roles: deciders },
  "POST /api/v1/positions/[positionId]/report-schedules": {
    roles: deciders,
    body: { cadence: "weekly", hour: 9, timeZone: "Asia/Shanghai" },
  },
  "DELETE /api/v1/positions/[positionId]/report-schedules/[scheduleId]": { roles: deciders },
  "GET /api/v1/applications/[applicationId]/offers": { roles: deciders },
  "POST /api/v1/applications/[applicationId]/offers": {
    roles: recruiters,
    body: { salary: 25000, startDate: "2026-12-01" },
  },
  "GET /api/v1/applications/[applicationId]/messages": { roles: recruiters },
  "POST /api/v1/applications/[applicationId]/messages": { roles: recruiters, body: { kind: "hold", locale: "zh" } },
  "GET /api/v1/interviews/[interviewId]/invitations": { roles: recruiters },
  "POST /api/v1/interviews/[interviewId]/invitations": { roles: recruiters, body: { locale: "zh" } },
  "GET /api/v1/interviews/[interviewId]/calendar": { roles: everyone },
  "GET /api/v1/messages": { roles: recruiters },
  "PATCH /api/v1/messages/[messageId]": { roles: recruiters, body: { subject: "Matrix" } },
  "DELETE /api/v1/messages/[messageId]": { roles: recruiters },
  "POST /api/v1/messages/[messageId]/sendings": { roles: recruiters },
  "POST /api/v1/messages/[messageId]/copies": { roles: recruiters },
  "GET /api/v1/message-templates": { roles: recruiters },
  "PUT /api/v1/message-templates": { roles: admins, body: { kind: "hold", locale: "zh", texts: null } },
  "GET /api/v1/webhooks": { roles: admins },
  "POST /api/v1/webhooks": {
    roles: admins,
    body: { url: "https://hooks.example.com/in", events: ["decision.made"] },
  },
  "PATCH /api/v1/webhooks/[endpointId]": { roles: admins, body: { isDisabled: true } },
  "DELETE /api/v1/webhooks/[endpointId]": { roles: admins },
  "GET /api/v1/webhooks/[endpointId]/deliveries": { roles: admins },
  "POST /api/v1/webhooks/[endpointId]/deliveries/[deliveryId]/replays": { roles: admins },
  "GET /api/v1/decisions/reasons": { roles: deciders },
  "GET /api/v1/decisions/[decisionId]": { roles: deciders },
  "GET /api/v1/positions/[positionId]/finalists": { roles: deciders },
  "GET /api/v1/positions/[positionId]/finalists/export": { roles: deciders },
  "POST /api/v1/positions/[positionId]/decisions": {
    roles: deciders,
    body: { choice: "hold", reason: "none", applications: [{ id: someId, runId: null }] },
  },
  "DELETE /api/v1/positions/[positionId]/decisions": { roles: deciders, body: { decisionIds: [someId] } },
  "POST /api/v1/applications/[applicationId]/decisions": {
    roles: deciders,
    body: { outcome: "hold", reason: "because", runId: null },
  },
  "POST /api/v1/applications/[applicationId]/overrides": {
    roles: deciders,
    body: { requirementKey: someId, verdict: "met", reason: "because", runId: someId },
  },
  "DELETE /api/v1/applications/[applicationId]/overrides/[overrideId]": { roles: deciders },
};

/** A model that nobody serves. */
export function modelSettings(change: Record<string, unknown> = {}) {
  const modelNames = namedModels();
  const limits = { prices: [], currency: "CNY", monthlyTokenCap: null, monthlyCostCap: null };
  return { baseUrl: "", apiKey: null, modelNames, fillsFields: false, asksExperts: false, ...limits, ...change };
}

/** Addresses of HRM2's and interview-guide's clients, which have tables of their own: `e2e/http/hrm2.spec.ts`, `interview-guide.spec.ts`. */
const adapters =
  /^\/api\/(?:position-settings|resume-screening|positions|library|screening|interviews|interview-assist|videos|video-analysis|final-recommend|recommend|resumes)\//;

/** Every address under app/api with the methods its file exports. */
export function listAddresses(folder = "app/api"): Address[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === "route.ts" || entry.name === "route.tsx")
    .flatMap((entry) => {
      const path = `/${entry.parentPath.replaceAll("\\", "/").replace(/^app\//, "")}`.replace(/\/\([^)]*\)/g, "");
      if (adapters.test(path)) return [];
      const source = readFileSync(join(entry.parentPath, entry.name), "utf8");
      return exportedMethods(source).map((method): Address => `${method} ${path}`);
    })
    .sort();
}

function exportedMethods(source: string): Method[] {
  const exported = [
    ...source.matchAll(/export\s+(?:const|async function|function)\s+(\w+)|export\s*\{([^}]*)\}/g),
  ].flatMap(([, single, list]) =>
    single
      ? [single]
      : (list ?? "").split(",").map(
          (part) =>
            part
              .trim()
              .split(/\s+as\s+/)
              .at(-1) ?? "",
        ),
  );
  return (["GET", "POST", "PUT", "PATCH", "DELETE"] as const).filter((method) => exported.includes(method));
}

/** The address with these ids in it. */
export function fill(address: Address, ids: Record<string, string> = {}) {
  const [method = "", path = ""] = address.split(" ");
  return { method, path: path.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => ids[name] ?? someId) };
}
