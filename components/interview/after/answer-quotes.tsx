import type { AnswerQuote } from "@/lib/interview/schema";
import { toClock } from "@/lib/interview/to-clock";

/** What was said, with the time it was said at. */
export function AnswerQuotes({ quotes }: { quotes: readonly AnswerQuote[] }) {
  if (quotes.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {quotes.map((quote) => (
        <li
          className="border-line-strong border-l-2 pl-2 text-ink-soft text-sm"
          key={`${quote.segmentId} ${quote.start} ${quote.end}`}
        >
          <span className="tabular mr-1.5 text-ink-faint text-xs">{toClock(quote.seconds)}</span>
          {quote.text}
        </li>
      ))}
    </ul>
  );
}
