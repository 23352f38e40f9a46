import "server-only";
import { z } from "zod";
import type { Transaction } from "@/lib/db";
import { findUserNames } from "@/lib/resume/find-user-names";
import type { Correction, Placed } from "./apply-corrections";
import type { ShownCorrection } from "./schema";

export type StoredCorrection = Correction & { resumeId: string; correctedById: string; correctedAt: Date };

const marks = z.record(z.string(), z.string()).nullable();

/** The corrections of some resumes, the earliest first; a resume without any is missing. */
export async function loadCorrections(
  db: Pick<Transaction, "resumeCorrection">,
  resumeIds: string[],
): Promise<Map<string, StoredCorrection[]>> {
  const rows = await db.resumeCorrection.findMany({
    where: { resumeId: { in: resumeIds } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const corrections = rows.map(({ organisationId, createdAt, entry, ...row }) => ({
    ...row,
    entry: marks.parse(entry),
  }));
  return Map.groupBy(corrections, ({ resumeId }) => resumeId);
}

/** With who corrected it; `at` is where it stands now. */
export async function showCorrections(
  organisationId: string,
  corrections: readonly (Placed<StoredCorrection> | StoredCorrection)[],
): Promise<ShownCorrection[]> {
  const names = await findUserNames(
    organisationId,
    corrections.map(({ correctedById }) => correctedById),
  );
  return corrections.map((correction) => ({
    id: correction.id,
    path: "at" in correction ? correction.at : correction.path,
    readValue: correction.readValue,
    value: correction.value,
    by: names.get(correction.correctedById) ?? null,
    at: correction.correctedAt.toISOString(),
  }));
}
