import { fold } from "@/lib/screening/engine/evidence";
import type { SpeakerRole, Transcript } from "@/lib/video/schema";

const interviewerName =
  /面试官|考官|主持|提问|\bhr\b|人事|\b(?:interviewer|recruiter|host|moderator|questioner|hiring manager)\b/;
const candidateName = /候选人|应聘者|求职者|受访|\b(?:candidate|applicant|interviewee)\b/;

const asks =
  /[?？]\s*$|^(?:请|麻烦|能不能|能否|可以|可否)?(?:您|你)?(?:先|再)?(?:请)?(?:介绍|谈谈|说说|讲讲|聊聊|描述|举个?例|解释|分享)|请问|^(?:please |could you |can you |would you |so,? |okay,? |ok,? |and )*(?:tell me|tell us|describe|explain|walk (?:me|us)|give (?:me|us)|talk about|introduce yourself|what|why|how|when|where|who|which|have you|did you|do you|are you|is there)\b/;
/** Longer is an answer with a question in it. */
const longestQuestion = 160;

export type Speakers = { roles: SpeakerRole[]; by: "names" | "person" | "words" };

/**
 * Who says each line: as a person said, else by what the transcript calls people, else by who asks. Of two unknown names
 * the candidate is the one who talks more; lines without a name are the interviewer's where they ask.
 */
export function findSpeakers({ lines, roles = {} }: Transcript, candidate: string): Speakers {
  const names = [...new Set(lines.map(({ speaker }) => speaker))].filter((name) => name !== "");
  const known = new Map<string, SpeakerRole>();
  for (const name of names) {
    const role = roles[name] ?? roleOfName(name, candidate);
    if (role) known.set(name, role);
  }
  const isPersons = names.some((name) => roles[name]);
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0 && names.length > 1) {
    const length = (name: string) =>
      lines.filter(({ speaker }) => speaker === name).reduce((sum, { text }) => sum + text.length, 0);
    const hasCandidate = [...known.values()].includes("candidate");
    const longest = unknown.toSorted((a, b) => length(b) - length(a))[0];
    for (const name of unknown) known.set(name, !hasCandidate && name === longest ? "candidate" : "interviewer");
  }
  const isNamed = known.size > 0 && names.length > 1;
  return {
    roles: lines.map(({ speaker, text }) => known.get(speaker) ?? roleOfWords(text)),
    by: isPersons ? "person" : isNamed ? "names" : "words",
  };
}

export function roleOfName(name: string, candidate: string): SpeakerRole | null {
  const folded = fold(name);
  if (candidateName.test(folded)) return "candidate";
  if (interviewerName.test(folded)) return "interviewer";
  const own = fold(candidate).trim();
  return own !== "" && (folded === own || (folded.length > 1 && own.includes(folded))) ? "candidate" : null;
}

/** By what is said alone. */
export function roleOfWords(text: string): SpeakerRole {
  return isAsked(text) ? "interviewer" : "candidate";
}

export function isAsked(text: string): boolean {
  return text.length <= longestQuestion && asks.test(fold(text).trim());
}
