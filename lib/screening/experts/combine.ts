import "server-only";
import type { Tokens } from "@/lib/ai/ledger";
import type { ModelConfig } from "@/lib/ai/models";
import { experts as expertKeys } from "@/lib/ai/screening/kinds";
import { criticFindings, type Expert, expertFindings, expertsVersion } from "@/lib/ai/screening/schema";
import { scopedDb } from "@/lib/db";
import { type GivenFact, withFacts } from "@/lib/screening/engine/with-facts";
import type { ExpertsOutcome, ScreeningResult } from "@/lib/screening/schema";
import type { Asked } from "./answer-once";
import type { Subject } from "./load-subject";

/** What the steps of one run came to. */
export type AskedExperts = Partial<Record<Expert, Asked>>;

type Answer = { expert: string; findings: unknown; askedForId: string } & {
  inputTokens: number;
  outputTokens: number;
  isEstimated: boolean;
};

export async function loadAnswers(organisationId: string, asked: AskedExperts): Promise<Answer[]> {
  const ids = Object.values(asked).flatMap(({ answerId }) => answerId ?? []);
  return scopedDb(organisationId).expertAnswer.findMany({ where: { id: { in: ids } }, orderBy: { expert: "asc" } });
}

export function factsOf(answers: readonly Answer[]): GivenFact[] {
  return answers.flatMap(({ expert, findings }) =>
    expert === "hr" || expert === "technical" || expert === "manager"
      ? expertFindings.parse(findings).facts.map((fact) => ({ ...fact, by: expert }))
      : [],
  );
}

type Combine = {
  subject: Subject;
  /** The built-in engine's. */
  result: ScreeningResult;
  model: ModelConfig;
  asked: AskedExperts;
  answers: readonly Answer[];
  /** The run or measurement that pays. */
  askedForId: string;
};

/** The built-in result with what the experts found, who said what, and what it came to. */
export function combine({ subject, result: builtIn, model, asked, answers, askedForId }: Combine): ScreeningResult {
  const { position, resume: source } = subject;
  const critic = answers.find(({ expert }) => expert === "critic");
  const review = critic ? criticFindings.parse(critic.findings) : null;
  const result = withFacts({ position, result: builtIn, facts: factsOf(answers), source, review });
  const experts = expertKeys.flatMap((key) => {
    const answer = answers.find(({ expert }) => expert === key);
    const failureReason = asked[key]?.failureReason ?? null;
    if (!answer && failureReason === null) return [];
    const said = !answer
      ? { prose: null, dropped: 0 }
      : key === "critic"
        ? { ...criticFindings.parse(answer.findings), dropped: 0 }
        : expertFindings.parse(answer.findings);
    const isReused = answer !== undefined && answer.askedForId !== askedForId;
    return [{ key, failureReason, isReused, dropped: said.dropped, prose: said.prose }];
  });
  const judged = experts.some(({ key, failureReason }) => key !== "critic" && failureReason === null);
  const failureReason = judged ? null : (experts[0]?.failureReason ?? null);
  const { version } = builtIn.engine;
  const usage = usageOf({ model, asked, answers: answers.filter((one) => one.askedForId === askedForId) });
  return {
    ...result,
    engine: judged ? { name: model.name, version: `${expertsVersion}+${version}` } : builtIn.engine,
    experts: { model: model.name, failureReason, experts, usage },
  };
}

/** What was paid: for the answers asked for this time, and for tries that came to nothing. */
function usageOf({ model, asked, answers }: Pick<Combine, "model" | "asked" | "answers">): ExpertsOutcome["usage"] {
  const tries: Tokens[] = [
    ...Object.values(asked).map(({ spent }) => spent),
    ...answers.map((one) => ({ input: one.inputTokens, output: one.outputTokens, isEstimated: one.isEstimated })),
  ];
  const [inputTokens, outputTokens] = [sum(tries, "input"), sum(tries, "output")];
  const { price, currency } = model;
  return {
    ...{ inputTokens, outputTokens, currency, isEstimated: tries.some(({ isEstimated }) => isEstimated) },
    cost: price && (inputTokens * price.input + outputTokens * price.output) / 1_000_000,
  };
}

function sum(tries: readonly Tokens[], end: "input" | "output") {
  return tries.reduce((total, one) => total + one[end], 0);
}
