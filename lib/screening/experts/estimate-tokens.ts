import { judgingExperts } from "@/lib/ai/screening/kinds";
import { criticPrompt, expertPrompt } from "@/lib/ai/screening/prompts";
import type { Requirement } from "@/lib/position/requirement";
import { expertOf } from "./expert-of";

export type TextLength = { han: number; other: number };

/** A Chinese character is about a token, of other writing about three and a half letters are. */
export function tokensOf({ han, other }: TextLength): number {
  return Math.ceil(han + other / 3.5);
}

/** The shape of the answer that goes along with each request. */
const shapeTokens = 260;
const factTokens = 90;
const proseTokens = 220;

/** What one resume comes to, each expert asked once and nothing sent back to be corrected. */
export function estimateTokens(
  { title, requirements }: { title: string; requirements: readonly Requirement[] },
  text: TextLength,
) {
  const asked = judgingExperts.flatMap((expert) => {
    const own = requirements.filter(({ kind }) => expertOf[kind] === expert);
    return own.length > 0 ? [{ expert, own }] : [];
  });
  const judged = asked.reduce((sum, { own }) => sum + own.length, 0);
  const inputs = asked.map(({ expert, own }) => {
    const named = own.map(({ key, text: words }, index) => ({ id: `R${index + 1}`, key, text: words }));
    return promptTokens(expertPrompt({ expert, title, requirements: named, text: "" })) + tokensOf(text);
  });
  const critic = promptTokens(criticPrompt({ title, facts: [] })) + judged * factTokens;
  const outputTokens = judged * factTokens + (asked.length + 1) * proseTokens;
  const inputTokens = inputs.reduce((sum, tokens) => sum + tokens, 0) + (judged > 0 ? critic : 0);
  return { calls: judged > 0 ? asked.length + 1 : 0, inputTokens, outputTokens: judged > 0 ? outputTokens : 0 };
}

function promptTokens({ instructions, prompt }: { instructions: string; prompt: string }) {
  return lengthTokens(`${instructions}${prompt}`) + shapeTokens;
}

function lengthTokens(text: string) {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return tokensOf({ han, other: text.length - han });
}
