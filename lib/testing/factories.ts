import { randomUUID } from "node:crypto";
import type { ModelConfig } from "@/lib/ai/models";
import type { UserRole, Viewer } from "@/lib/auth/viewer";
import { scopedDb, systemDb } from "@/lib/db";
import type { Requirement } from "@/lib/position/requirement";
import { createPosition } from "@/lib/position/save-position";
import { acceptResume } from "@/lib/resume/accept-resume";
import { listPendingRuns, runScreenings } from "@/lib/screening/run-screenings";
import { startScreening } from "@/lib/screening/start-screening";
import { readFile } from "@/lib/testing/read-file";
import { txtFile } from "./resume-files";

let counter = 0;

/** A person in an organisation: a new one, or that of `colleague`. */
export async function makeViewer(role: UserRole, { colleague }: { colleague?: Viewer } = {}): Promise<Viewer> {
  const organisationId = colleague?.organisationId ?? (await systemDb().organisation.create({ data: {} })).id;
  const name = `${role} ${++counter}`;
  const email = `${role}-${counter}@example.com`;
  const user = await scopedDb(organisationId).user.create({ data: { organisationId, email, name, role } });
  return { userId: user.id, organisationId, role, name, email };
}

export function makeRecruiter(options?: { colleague?: Viewer }): Promise<Viewer> {
  return makeViewer("recruiter", options);
}

export function makeRequirement(change: Partial<Requirement> = {}): Requirement {
  return { key: randomUUID(), kind: "skill", text: "Java", necessity: "must", weight: 3, note: "", ...change };
}

export function positionContent(change: { title?: string; requirements?: Requirement[] } = {}) {
  const content = {
    title: "Backend engineer",
    department: "",
    city: "",
    description: "",
    salaryMin: 20_000,
    salaryMax: 30_000,
  };
  return { ...content, requirements: [makeRequirement()], ...change };
}

export async function makePosition({ owner, ...content }: { owner: Viewer } & Parameters<typeof positionContent>[0]) {
  return createPosition({ viewer: owner, ...positionContent(content) });
}

type MakeResume = { owner: Viewer; bytes?: Buffer; fileName?: string; isRead?: boolean };

/** A resume taken in and, unless told otherwise, read. */
export async function makeResume({ owner, bytes, fileName, isRead = true }: MakeResume): Promise<{ id: string }> {
  counter += 1;
  const file = { bytes: bytes ?? txtFile(counter).bytes, fileName: fileName ?? `resume-${counter}.txt` };
  const item = await acceptResume({ viewer: owner, batchId: randomUUID(), declaredType: "", ...file });
  if (!item.resumeId) throw new Error(`The file was refused: ${item.reason}`);
  if (isRead) await readFile({ organisationId: owner.organisationId, resumeId: item.resumeId });
  return { id: item.resumeId };
}

/** Screens resumes and makes every run of the batch, as the jobs would. */
export async function screen({ positionId, resumeIds, viewer }: Parameters<typeof startScreening>[0]) {
  const { organisationId } = viewer;
  const started = await startScreening({ positionId, resumeIds, viewer });
  await runScreenings({ organisationId, runIds: await listPendingRuns({ organisationId, batchId: started.batchId }) });
  return started;
}

/** One candidate screened for one position. */
export async function makeApplication({ owner }: { owner: Viewer }) {
  const [{ id: positionId }, { id: resumeId }] = [await makePosition({ owner }), await makeResume({ owner })];
  await screen({ positionId, resumeIds: [resumeId], viewer: owner });
  const where = { positionId };
  const application = await scopedDb(owner.organisationId).application.findFirstOrThrow({ where });
  return { positionId, resumeId, id: application.id, runId: application.currentRunId };
}

type MakeModel = Partial<Omit<ModelConfig, "organisationId">> & { viewer: Viewer };

/** A model at an address, as settings would give it. */
export function makeModel({ viewer, ...model }: MakeModel): ModelConfig {
  const { organisationId } = viewer;
  const limits = { price: null, currency: "CNY", monthlyTokenCap: null, monthlyCostCap: null };
  return { organisationId, task: "draft", name: "test-model", baseUrl: "", apiKey: "sk-test", ...limits, ...model };
}
