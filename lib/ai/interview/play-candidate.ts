import "server-only";
import { askModel, type Checked } from "@/lib/ai/ask-model";
import { type Conversation, candidatePrompt, type InterviewMaterial } from "@/lib/ai/interview/prompts";
import { playedAnswer } from "@/lib/ai/interview/schema";
import type { ModelConfig } from "@/lib/ai/models";
import { inventedNumbers } from "@/lib/ai/numbers";
import { findSkills } from "@/lib/resume/parsing/skills";

type PlayCandidate = InterviewMaterial & {
  model: ModelConfig;
  question: string;
  conversation: Conversation;
  signal?: AbortSignal;
};

/**
 * What a candidate could answer, by a model. Numbers and skills that neither the resume nor the conversation has are
 * refused: whoever trains with it is told no other story than the resume's.
 *
 * @throws ModelError, `invented` when the second try makes things up, too
 */
export async function playCandidate({ model, signal, ...scene }: PlayCandidate): Promise<string> {
  const said = scene.conversation.flatMap(({ question, answer }) => [question, answer]);
  const sources = [scene.resume, scene.question, ...said];
  const known = skillsIn(sources.join("\n"));
  return askModel({
    ...{ model, signal, shape: playedAnswer, ...candidatePrompt(scene) },
    check: ({ answer }): Checked<string> => {
      const invented = [
        ...inventedNumbers(answer, sources).map(String),
        ...[...skillsIn(answer)].filter((skill) => !known.has(skill)),
      ];
      if (invented.length === 0) return { value: answer.trim() };
      return { reason: "invented", problem: `The resume says nothing of ${invented.join(", ")}. Leave it out.` };
    },
  });
}

const skillsIn = (text: string) => new Set(findSkills(`${text}\n`).map(({ canonical }) => canonical));
