import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { mixedFiles, type ResumeFile } from "../../lib/testing/resume-files";
import type { Api } from "./api";

type Requirement = { kind: string; text: string; necessity: "must" | "nice" | "gate"; weight?: number };

const usual: Requirement[] = [
  { kind: "skill", text: "Java, Spring Boot", necessity: "must", weight: 5 },
  { kind: "experience", text: "5+ years of backend development", necessity: "must" },
  { kind: "education", text: "Bachelor or higher", necessity: "gate" },
  { kind: "skill", text: "Kubernetes", necessity: "nice" },
];

export function savePosition(title: string, requirements = usual) {
  return {
    title,
    department: "Engineering",
    description: "Builds and runs our order system.",
    salaryMin: 20_000,
    salaryMax: 35_000,
    requirements: requirements.map((requirement) => ({ key: randomUUID(), weight: 3, note: "", ...requirement })),
  };
}

export type Scenario = { positionId: string; resumeIds: string[]; applicationIds: string[]; batchId: string };

/** A position with screened candidates: what most pages need before there is something to see on them. */
export async function screenedPosition(
  api: Api,
  { title = "Backend engineer", files = mixedFiles(4) as ResumeFile[] } = {},
): Promise<Scenario> {
  const resumeIds = await api.importAll(files);
  const { id: positionId } = await api.json<{ id: string }>("POST", "/api/v1/positions", savePosition(title));
  const { batchId } = await api.json<{ batchId: string }>("POST", `/api/v1/positions/${positionId}/screenings`, {
    resumeIds,
  });
  await screeningDone(api, batchId);
  const board = await api.json<{ rows: { applicationId: string }[] }>("GET", `/api/v1/positions/${positionId}/board`);
  return { positionId, resumeIds, batchId, applicationIds: board.rows.map(({ applicationId }) => applicationId) };
}

export async function screeningDone(api: Api, batchId: string, timeout = 30_000) {
  await expect
    .poll(async () => (await api.json<{ state: string }[]>("GET", `/api/v1/batches?batchId=${batchId}`))[0]?.state, {
      timeout,
      intervals: [50, 100, 250],
    })
    .toBe("completed");
}

const said =
  "I split the order system into services with Java and Spring Boot. Orders went through Kafka, and I cut the time to answer from 800 ms to 120 ms.";

/** An interview with the first candidate, as far as it is wanted. */
export async function heldInterview(
  api: Api,
  { applicationIds }: Pick<Scenario, "applicationIds">,
  stage: "planned" | "live" | "over" = "over",
): Promise<string> {
  const wanted = { applicationId: applicationIds[0], language: "en", minutes: 30 };
  const { id } = await api.json<{ id: string }>("POST", "/api/v1/interviews", wanted);
  if (stage === "planned") return id;
  const address = `/api/v1/interviews/${id}`;
  await api.call("POST", `${address}/start`, { consent: "spoken" });
  const turnId = randomUUID();
  const question = { planKey: null, requirementKey: null, skills: ["Java"], difficulty: 5, source: "own" };
  const place = { startSeconds: 4, endSeconds: 40 };
  await api.json("POST", `${address}/changes`, {
    turns: [{ id: turnId, question: { ...question, text: "How did you split the order system?" }, startSeconds: 1 }],
    segments: [{ id: randomUUID(), turnId, speaker: "candidate", text: said, ...place, source: "typed", edit: 1 }],
  });
  if (stage === "over") await api.call("POST", `${address}/finish`);
  return id;
}
