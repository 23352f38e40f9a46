import { fewQuotes, readAnswer } from "@/lib/interview/engine/answer";
import { type Measures, measure } from "@/lib/interview/engine/rate-answer";
import { statement } from "@/lib/screening/engine/judgement";
import type { Consistency, Exchanges, Summary } from "@/lib/video/analysis-schema";
import type { Conversation } from "./read-exchanges";
import type { VideoSubject } from "./subject";
import { toVideoQuote } from "./utterances";

const mostAnswers = 6;

/** What was talked about, in a few sentences, each with the words it comes from. Nothing in it is a grade. */
export function summarise(
  conversation: Conversation,
  subject: VideoSubject,
  { exchanges, consistency }: { exchanges: Exchanges; consistency: Consistency },
): Summary {
  const { turns, utterances, transcript } = conversation;
  const quote = (said: Parameters<typeof toVideoQuote>[0]) => toVideoQuote(said, utterances, transcript);
  const answered = exchanges.list.filter(({ kind }) => kind === "answer").length;
  const asked = exchanges.list.filter(({ question, planText }) => question !== null || planText !== null).length;
  const covered = exchanges.coverage.filter(({ state }) => state === "covered").length;
  const untouched = exchanges.coverage.filter(({ state }) => state === "untouched").map(({ text }) => text);
  const told = turns.flatMap(({ turn, answer }, index) => {
    if (answer.length === 0 || exchanges.list[index]?.kind !== "answer") return [];
    const measured = measure(readAnswer(turn), subject);
    return [{ turn, measured, weight: weightOf(measured) }];
  });
  const best = told.toSorted((a, b) => b.weight - a.weight).slice(0, mostAnswers);
  const inOrder = best.toSorted((a, b) => a.turn.round - b.turn.round);
  return [
    { statement: statement("video_answers", { asked, answered }), quotes: [] },
    ...(exchanges.coverage.length > 0
      ? [
          {
            statement: statement("video_coverage", { covered, total: exchanges.coverage.length }),
            quotes: [],
          },
        ]
      : []),
    ...(untouched.length > 0
      ? [{ statement: statement("video_untouched", { requirements: untouched.slice(0, 5).join("; ") }), quotes: [] }]
      : []),
    ...inOrder.flatMap(({ turn, measured }) => {
      const { answer, signs } = measured;
      const places = [...signs.figures, ...signs.result, ...signs.own, ...answer.clauses.slice(0, 1)];
      const quotes = fewQuotes(places.map(answer.quoteAround), 2).map(quote);
      const values = { question: turn.question.text, own: signs.own.length, figures: signs.figures.length };
      const code = turn.question.text === "" ? "video_told_unasked" : "video_told";
      return quotes.length > 0 ? [{ statement: statement(code, values), quotes }] : [];
    }),
    ...(consistency.conflicts.length > 0
      ? [
          {
            statement: statement("video_conflicts", { found: consistency.conflicts.length }),
            quotes: consistency.conflicts.slice(0, 3).map(({ said }) => said),
          },
        ]
      : []),
  ];
}

function weightOf({ signs, answer }: Measures): number {
  return 2 * signs.own.length + 2 * signs.figures.length + signs.result.length + answer.clauses.length / 10;
}
