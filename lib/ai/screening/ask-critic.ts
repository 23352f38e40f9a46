import "server-only";
import { askModel, type Checked } from "@/lib/ai/ask-model";
import type { Tokens } from "@/lib/ai/ledger";
import type { ModelConfig } from "@/lib/ai/models";
import { seed } from "@/lib/ai/screening/ask-expert";
import { problemsOfProse } from "@/lib/ai/screening/check-prose";
import { criticPrompt, type ReviewedFact } from "@/lib/ai/screening/prompts";
import { type CriticAnswer, type CriticFindings, criticAnswer } from "@/lib/ai/screening/schema";

type AskCritic = {
  model: ModelConfig;
  title: string;
  facts: readonly ReviewedFact[];
  onTokens?: (tokens: Tokens) => void;
};

/**
 * Which facts do not carry their verdict, by a model that sees nothing of the resume but their quotes.
 *
 * @throws ModelError
 */
export function askCritic({ model, title, facts, onTokens }: AskCritic): Promise<CriticFindings> {
  return askModel({
    ...{ model, seed, onTokens },
    ...criticPrompt({ title, facts }),
    shape: criticAnswer,
    check: (answer, isLast) => checkCritic(facts, answer, isLast),
  });
}

/** An objection stands whatever is wrong with its words: those are left out, then. */
export function checkCritic(
  facts: readonly ReviewedFact[],
  { objections, ...said }: CriticAnswer,
  isLast: boolean,
): Checked<CriticFindings> {
  const sources = facts.flatMap(({ requirement, quotes }) => [requirement, ...quotes]);
  const unknown = objections.filter(({ fact }) => !facts.some(({ id }) => id === fact));
  const problems = [
    ...unknown.map(({ fact }) => `There is no fact ${fact.slice(0, 20)}.`),
    ...objections.flatMap((objection) => problemsOfProse(objection, sources).map((one) => `${objection.fact}: ${one}`)),
    ...problemsOfProse(said, sources),
  ];
  if (problems.length > 0 && !isLast) return { reason: "invented", problem: problems.slice(0, 20).join("\n") };
  const made = new Map(
    objections.flatMap(({ fact, zh, en }) => {
      const objected = facts.find(({ id }) => id === fact);
      const isSound = problemsOfProse({ zh, en }, sources).length === 0;
      const words = isSound ? { zh: zh.trim(), en: en.trim() } : { zh: "", en: "" };
      return objected
        ? [[objected.requirementKey, { requirementKey: objected.requirementKey, ...words }] as const]
        : [];
    }),
  );
  const prose = problemsOfProse(said, sources).length > 0 ? null : { zh: said.zh.trim(), en: said.en.trim() };
  return { value: { objections: [...made.values()], prose } };
}
