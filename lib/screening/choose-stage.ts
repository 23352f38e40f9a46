import { decisionOutcomes, type recordedOutcomes } from "@/lib/screening/kinds";
import type { ApplicationStage, BoardChoice } from "@/lib/screening/schema";

type Chosen = { outcome: (typeof recordedOutcomes)[number]; stage: ApplicationStage };
type Outcome = (typeof decisionOutcomes)[number];

/** Where a decision leads from each stage; `advance` from an offer is to hire. */
const advance: Partial<Record<ApplicationStage, ApplicationStage>> = {
  applied: "interview",
  screened: "interview",
  interview: "offer",
  offer: "hired",
  rejected: "interview",
};

/** Stages from which and to which it goes on; the others lie beside the way. */
const way: ApplicationStage[] = ["applied", "screened", "interview", "offer", "hired"];

/** What a choice means for somebody at a stage. Null when they are there already, or have not been screened. */
export function chooseStage(from: ApplicationStage, choice: BoardChoice, isScreened: boolean): Chosen | null {
  if (isOutcome(choice)) {
    if (choice === "hire") return from === "hired" ? null : { outcome: choice, stage: "hired" };
    const stage = choice === "reject" ? "rejected" : choice === "hold" ? from : (advance[from] ?? from);
    return { outcome: stage !== from && stage === "hired" ? "hire" : choice, stage };
  }
  if (choice === from || (choice === "screened" && !isScreened)) return null;
  if (choice === "rejected") return { outcome: "reject", stage: choice };
  if (choice === "hired") return { outcome: "hire", stage: choice };
  const isOnward = choice !== "withdrawn" && choice !== "screened" && way.indexOf(choice) > way.indexOf(from);
  return { outcome: isOnward ? "advance" : "move", stage: choice };
}

function isOutcome(choice: BoardChoice): choice is Outcome {
  return decisionOutcomes.some((outcome) => outcome === choice);
}
