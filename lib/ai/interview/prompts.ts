import "server-only";
import { createFence } from "@/lib/ai/fence";

export type InterviewMaterial = {
  language: "zh" | "en";
  level: string;
  title: string;
  requirements: { text: string /** What is known of it, in a word. */; state: string }[];
  /** Without who the candidate is. */
  resume: string;
};

const bans =
  "- Never ask about age, marriage, children, pregnancy, religion, health, ethnicity, politics, looks, gender, household registration, family, star signs or earlier pay, and never judge the candidate.";

/** For questions of a plan. */
export function questionsPrompt(material: InterviewMaterial & { count: number; known: string[] }) {
  const fence = createFence();
  const instructions = [
    `You write questions for a job interview, at ${material.level} level, in ${languageName(material)}.`,
    fence.rule,
    `- ${material.count} questions: first on requirements that are unknown or thin, each one thing, open, and about what the person did.`,
    "- Each is tied to a requirement by its number, or to the resume by words copied exactly from it, or to both. Leave out what is tied to neither.",
    "- Do not repeat a question that is there already.",
    "- listenFor: up to three signs of a good answer, in the same language.",
    bans,
  ].join("\n");
  const prompt = [
    fence.around(shown(material)),
    `Questions that are there already:\n${fence.around(material.known.join("\n") || "none")}`,
  ].join("\n\n");
  return { instructions, prompt };
}

export type Conversation = { question: string; answer: string }[];

/** For the one question to put next. */
export function nextQuestionPrompt(material: InterviewMaterial & { conversation: Conversation }) {
  const fence = createFence();
  const instructions = [
    `You sit beside an interviewer in a live conversation and suggest the one question to put next, in ${languageName(material)}.`,
    fence.rule,
    "- Answer with the question alone: one sentence or two, no more than 40 words or 80 characters of Chinese, nothing before or after it.",
    "- Dig into the last answer where it stays general (own part, numbers, what failed, why this way); otherwise go to a requirement that is untouched or thin.",
    "- Build on words the candidate used. Do not repeat a question that was put.",
    bans,
  ].join("\n");
  return { instructions, prompt: [fence.around(shown(material)), soFar(material, fence)].join("\n\n") };
}

/** For the part of the candidate, in an interview held for practice. */
export function candidatePrompt(material: InterviewMaterial & { conversation: Conversation; question: string }) {
  const fence = createFence();
  const instructions = [
    `An interviewer is training. You play the candidate of this resume and answer the last question, in ${languageName(material)}.`,
    fence.rule,
    "- Speak as people do in an interview: in the first person, two to five sentences, no lists.",
    "- Say nothing of yourself that the resume does not say: no other employer, project, tool, number or result. Where it says nothing, say that you have no experience with it or do not remember.",
    "- At first be as general as most people are; when the interviewer goes deeper, give the particulars that the resume has.",
    "- When a question is unclear, ask what is meant. When it must not be asked in an interview, decline politely.",
  ].join("\n");
  const parts = [
    fence.around(shown(material)),
    soFar(material, fence),
    `The question now:\n${fence.around(material.question)}`,
  ];
  return { instructions, prompt: parts.join("\n\n") };
}

function soFar({ conversation }: { conversation: Conversation }, fence: ReturnType<typeof createFence>): string {
  const said = conversation.map(({ question, answer }) => `Question: ${question}\nAnswer: ${answer}`);
  return `The conversation so far:\n${fence.around(said.join("\n\n") || "nothing yet")}`;
}

function shown({ title, requirements, resume }: InterviewMaterial): string {
  const asked = requirements.map(({ text, state }, index) => `${index + 1}. ${text} (${state})`);
  return [`Position: ${title}`, `Requirements:\n${asked.join("\n")}`, `Resume:\n${resume}`].join("\n\n");
}

const languageName = ({ language }: InterviewMaterial) => (language === "zh" ? "Chinese" : "English");
