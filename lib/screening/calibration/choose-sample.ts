import type { BoardRow } from "@/lib/screening/schema";
import { mostCalibrated } from "./schema";

export type CalibrationCandidate = Pick<
  BoardRow,
  "applicationId" | "resumeId" | "candidateName" | "fileName" | "currentTitle" | "currentCompany" | "yearsOfWork"
>;

/** Up to ten screened candidates from the top of the board to its end, in an order that does not give the board's away. */
export function chooseSample(rows: readonly BoardRow[]): CalibrationCandidate[] {
  const screened = rows.filter(({ run }) => run !== null);
  const count = Math.min(mostCalibrated, screened.length);
  const step = count > 1 ? (screened.length - 1) / (count - 1) : 0;
  const spread = Array.from({ length: count }, (_, index) => screened[Math.round(index * step)]).flatMap(
    (row) => row ?? [],
  );
  return spread
    .map(({ applicationId, resumeId, candidateName, fileName, currentTitle, currentCompany, yearsOfWork }) => ({
      ...{ applicationId, resumeId, candidateName, fileName, currentTitle, currentCompany, yearsOfWork },
    }))
    .toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1));
}
