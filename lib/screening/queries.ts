import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { callApi, noContent } from "@/lib/api/call-api";
import type { SavePositionInput } from "@/lib/position/schema";
import type { RejectionReason } from "@/lib/screening/kinds";
import type {
  BoardChoice,
  changeBatchInput,
  DecidedOnMany,
  decideInput,
  overrideInput,
  UndoneDecisions,
} from "@/lib/screening/schema";

export const screeningKey = ["screening"] as const;
const schema = () => import("@/lib/screening/schema");
const pollMs = 1000;
/** Up to a thousand rows each time. */
const detailPollMs = 2000;

export function boardQuery(positionId: string) {
  return queryOptions({
    queryKey: [...screeningKey, "board", positionId],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/positions/${positionId}/board`, async () => (await schema()).receivedBoard, { signal }),
  });
}

/** The screenings of a position, or of all; polled while one is under way. */
export function batchesQuery(positionId?: string) {
  return queryOptions({
    queryKey: [...screeningKey, "batches", positionId ?? "all"],
    queryFn: ({ signal }) =>
      callApi(
        positionId ? `/api/v1/positions/${positionId}/screenings` : "/api/v1/batches",
        async () => (await schema()).batchView.array(),
        { signal },
      ),
    refetchInterval: ({ state }) => (state.data?.some(({ state }) => isRunning(state)) ? pollMs : false),
  });
}

/** One screening with its runs; polled while it is under way. */
export function batchQuery(batchId: string) {
  return queryOptions({
    queryKey: [...screeningKey, "batch", batchId],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/batches/${batchId}`, async () => (await schema()).batchDetail, { signal }),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data.batch.state) ? detailPollMs : false),
  });
}

/** Every screening of one resume. */
export function resumeRunsQuery(resumeId: string) {
  return queryOptions({
    queryKey: [...screeningKey, "resume", resumeId],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/resumes/${resumeId}/runs`, async () => (await schema()).resumeRun.array(), { signal }),
  });
}

/** Results of single candidates, which a finished screening replaces. */
export const applicationsKey = [...screeningKey, "application"] as const;

export function applicationQuery(applicationId: string) {
  return queryOptions({
    queryKey: [...applicationsKey, applicationId],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/applications/${applicationId}`, async () => (await schema()).applicationDetail, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.run?.isSummaryPending || state.data?.run?.isExpertsPending ? pollMs : false,
  });
}

export function isRunning(state: string) {
  return state === "pending" || state === "running";
}

export function changeBatch(batchId: string, action: z.infer<typeof changeBatchInput>["action"]) {
  const shape = async () => (await schema()).changedBatch;
  return callApi(`/api/v1/batches/${batchId}`, shape, { method: "PATCH", json: { action } });
}

type StartScreening = { positionId: string; resumeIds: string[]; withExperts?: boolean };

export function startScreening({ positionId, ...json }: StartScreening) {
  return callApi(`/api/v1/positions/${positionId}/screenings`, async () => (await schema()).startedScreening, {
    method: "POST",
    json,
  });
}

export function decide(applicationId: string, input: z.input<typeof decideInput>) {
  const shape = async () => (await schema()).decided;
  return callApi(`/api/v1/applications/${applicationId}/decisions`, shape, { method: "POST", json: input });
}

export function overrideVerdict(applicationId: string, input: z.input<typeof overrideInput>) {
  const shape = async () => (await schema()).overridden;
  return callApi(`/api/v1/applications/${applicationId}/overrides`, shape, { method: "POST", json: input });
}

export function withdrawOverride(applicationId: string, overrideId: string) {
  return callApi(`/api/v1/applications/${applicationId}/overrides/${overrideId}`, noContent, { method: "DELETE" });
}

type DecideOnMany = {
  positionId: string;
  choice: BoardChoice;
  reason: string;
  reasonCode: RejectionReason | null;
  applications: { id: string; runId: string | null }[];
};

const sentAtOnce = 500;

/** One choice for many, sent in parts: what was sent before a part failed stands. */
export async function decideOnMany({ positionId, applications, ...decision }: DecideOnMany): Promise<DecidedOnMany> {
  const shape = async () => (await schema()).decidedOnMany;
  const done: DecidedOnMany = { decisions: [], skipped: 0 };
  for (let start = 0; start < applications.length; start += sentAtOnce) {
    const json = { ...decision, applications: applications.slice(start, start + sentAtOnce) };
    const part = await callApi(`/api/v1/positions/${positionId}/decisions`, shape, { method: "POST", json });
    done.decisions.push(...part.decisions);
    done.skipped += part.skipped;
  }
  return done;
}

type Undo = { positionId: string; decisionIds: string[] };

export async function undoDecisions({ positionId, decisionIds }: Undo): Promise<UndoneDecisions> {
  const shape = async () => (await schema()).undoneDecisions;
  const done: UndoneDecisions = { undone: [], kept: 0 };
  for (let start = 0; start < decisionIds.length; start += sentAtOnce) {
    const json = { decisionIds: decisionIds.slice(start, start + sentAtOnce) };
    const part = await callApi(`/api/v1/positions/${positionId}/decisions`, shape, { method: "DELETE", json });
    done.undone.push(...part.undone);
    done.kept += part.kept;
  }
  return done;
}

/** The viewer's own latest reasons. */
export function recentReasonsQuery() {
  return queryOptions({
    queryKey: [...screeningKey, "reasons"],
    queryFn: ({ signal }) =>
      callApi("/api/v1/decisions/reasons", async () => (await schema()).recentReasons, { signal }),
  });
}

/** Who would stand where if the position were saved like this. */
export function previewChange(positionId: string, content: SavePositionInput) {
  return callApi(`/api/v1/positions/${positionId}/previews`, async () => (await schema()).previewedChange, {
    method: "POST",
    json: content,
  });
}

/** How far the board agrees with a person's order, the best first. */
export function calibrate(positionId: string, applicationIds: string[]) {
  const shape = async () => (await import("@/lib/screening/calibration/schema")).calibration;
  return callApi(`/api/v1/positions/${positionId}/calibrations`, shape, { method: "POST", json: { applicationIds } });
}
