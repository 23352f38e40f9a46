import type { answerKinds } from "@/lib/interview/kinds";
import type { Turn } from "@/lib/interview/schema";
import { type Answer, lettersOf, readAnswer } from "./answer";
import { unitsAround } from "./asked-about";
import { remembered } from "./remember";
import { findSigns } from "./signs";
import type { InterviewSubject } from "./subject";
import { sharesUnits, unitsOf, withoutFillers } from "./words";

export type AnswerKind = (typeof answerKinds)[number];

/** HRM2's rule: below, an answer says nothing that could be judged. */
const shortest = 10;
/** What else is said beside a question back, in letters, before it is an answer with a question in it. */
const mostBesideQuestion = 40;
/** An answer has this many letters before it can be off the topic. */
const fewestOffTopic = 40;

const clarification =
  /(?:您|你)(?:是|刚才)?(?:指|说)的?(?:是|指)?[^。？?]{0,40}(?:吗|么|还是|呢|？|\?)|(?:能|可以|麻烦)[^。？?]{0,8}(?:再(?:说|讲|重复|解释)|重复|说(?:得)?(?:清楚|具体))|没(?:有)?(?:太)?(?:听清|听懂|听明白|理解)|(?:什么|啥)意思|不(?:太)?(?:明白|理解)(?:您|你|这个|题|问)[^。]{0,12}|哪(?:个|方面|一?块)的?[^。]{0,12}(?:吗|呢|？|\?)|\b(?:could|can|would) you (?:please )?(?:repeat|rephrase|clarify|explain|say|be more specific|elaborate)\b|\b(?:do|did) you mean\b|\bwhat do you mean\b|\b(?:didn't|did not|don't|do not) (?:quite )?(?:catch|hear|understand|get) (?:that|you|the question|your question|what you)\b|\b(?:sorry|pardon)[,.]?\s*(?:what|come again|me\?|$)|\bcome again\b|\bare you asking\b|\byou mean\b[^.?]{0,60}\?/i;

const counterQuestion =
  /(?:你们|您|咱们|贵(?:公司|司))[^。？?]{0,40}(?:吗|呢|什么|多少|怎么样?|哪|几|是不是|有没有|？|\?)|(?:我(?:想|可以|能)(?:先)?(?:问|了解))[^。]{0,40}|\b(?:what|how|which|who|when|where|why|is|are|do|does|can|could)\b[^.?]{0,60}\b(?:you|your|the company|the team|this (?:role|position|job))\b[^.?]{0,60}\?|\b(?:may|can|could) i ask\b|\bi(?:'d| would) like to ask\b/i;

const agreement =
  /好的?|可以|是的?|对的?|没(?:有)?问题|行|知道了|明白|谢谢|\b(?:yes|yeah|yep|sure|no|fine|thanks?|alright|good)\b/gi;

/**
 * What kind of thing was said: an answer unless it is clear that it is none. Too short: under ten characters, or nothing
 * left without fillers, agreement, words to a machine, the question said again and bare lists of names. Off the topic:
 * not one word in common with the question, its skills, the position or the resume, no known skill, nothing done,
 * admitted or boasted of.
 */
export function classifyAnswer(turn: Turn, subject: InterviewSubject): AnswerKind {
  return kindOf(readAnswer(turn), subject);
}

export const kindOf = remembered((answer: Answer, subject: InterviewSubject): AnswerKind => {
  const said = answer.text.trim();
  if (isMostly(clarification, said)) return "clarification";
  if (isMostly(counterQuestion, said) && /[?？]|吗|呢|什么|多少|想问|想了解|\bask\b/.test(said))
    return "counter_question";
  if (said.length < shortest) return "too_short";
  const units = unitsOf(withoutFillers(answer.told).replace(agreement, " "));
  if (units.length === 0) return "too_short";
  return isOffTopic(answer, units, subject) ? "off_topic" : "answer";
});

/** Whether a text is what a pattern says and little more. */
function isMostly(pattern: RegExp, text: string): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  const from =
    Math.max(...["。", ".", "？", "?", "！", "\n"].map((mark) => text.lastIndexOf(mark, match.index - 1))) + 1;
  const behind = match.index + match[0].length;
  const end = /[。？?！\n]|\.(?=\s|$)/.exec(text.slice(behind));
  const to = /[。？?！]$/.test(match[0]) ? behind : end ? behind + end.index : text.length;
  const rest = withoutFillers(`${text.slice(0, from)} ${text.slice(to)}`).replace(agreement, " ");
  if (lettersOf(rest) > mostBesideQuestion) return false;
  return lettersOf(text.slice(from, match.index)) <= 2 * mostBesideQuestion;
}

function isOffTopic(answer: Answer, units: string[], subject: InterviewSubject): boolean {
  if (lettersOf(answer.told) < fewestOffTopic || answer.skills.length > 0) return false;
  const signs = findSigns(answer);
  if (signs.own.length + signs.absolute.length + signs.admission.length > 0) return false;
  return !sharesUnits(units, unitsAround(answer.turn, subject));
}
