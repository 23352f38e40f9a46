import "server-only";
import type { ModelConfig } from "@/lib/ai/models";
import { askCritic } from "@/lib/ai/screening/ask-critic";
import { askExpert } from "@/lib/ai/screening/ask-expert";
import type { ReviewedFact } from "@/lib/ai/screening/prompts";
import type { JudgingExpert } from "@/lib/ai/screening/schema";
import { type GivenFact, withFacts } from "@/lib/screening/engine/with-facts";
import type { ScreeningResult } from "@/lib/screening/schema";
import { type Asked, answerOnce, notAsked } from "./answer-once";
import { requirementsFor } from "./expert-of";
import type { Subject } from "./load-subject";

type Ask = {
  subject: Subject;
  /** The built-in engine's. */
  result: ScreeningResult;
  model: ModelConfig;
  askedForId: string;
  round?: string;
};

/** One of those who judge, without a word of what others found. */
export function askJudge({ subject, result, expert, ...asked }: Ask & { expert: JudgingExpert }): Promise<Asked> {
  const { resumeId, position, resume } = subject;
  const { title } = position;
  const requirements = requirementsFor(expert, { ...position, result });
  if (requirements.length === 0) return Promise.resolve(notAsked);
  const said = { title, requirements, text: resume.shown };
  return answerOnce({
    ...{ resumeId, expert, input: said, ...asked },
    ask: (onTokens) => askExpert({ model: asked.model, expert, ...said, original: resume.text, onTokens }),
  });
}

/** The critic, about the facts that would change something; nobody is asked when none would. */
export function askReviewer({
  subject,
  result,
  facts,
  ...asked
}: Ask & { facts: readonly GivenFact[] }): Promise<Asked> {
  const { resumeId, position, resume } = subject;
  const reviewed = factsToReview({ position, result, facts, source: resume, review: { objections: [] } });
  if (reviewed.length === 0) return Promise.resolve(notAsked);
  const said = { title: position.title, facts: reviewed };
  return answerOnce({
    ...{ resumeId, expert: "critic", input: said, ...asked },
    ask: (onTokens) => askCritic({ model: asked.model, ...said, onTokens }),
  });
}

function factsToReview(given: Parameters<typeof withFacts>[0]): ReviewedFact[] {
  const texts = new Map(given.position.requirements.map(({ key, text }) => [key, text]));
  return withFacts(given).verdicts.flatMap(({ requirementKey, expert }, index) => {
    if (expert?.outcome !== "counted") return [];
    return {
      ...{ id: `F${index + 1}`, requirementKey, requirement: texts.get(requirementKey) ?? "" },
      ...{ verdict: expert.verdict, quotes: expert.quotes.map(({ text }) => text) },
      builtIn: expert.builtIn?.verdict ?? "unknown",
    };
  });
}
