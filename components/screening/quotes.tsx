"use client";

import { cn } from "@/components/ui/cn";
import type { TextSpan } from "@/lib/resume/profile";
import type { Quote } from "@/lib/screening/schema";

type QuotesProps = { quotes: Quote[]; marked?: readonly TextSpan[]; onMark: (spans: readonly TextSpan[]) => void };

/** The words of the resume; choosing one shows it on the page. */
export function Quotes({ quotes, marked = [], onMark }: QuotesProps) {
  if (quotes.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {quotes.map((quote) => (
        <li key={`${quote.start} ${quote.end}`}>
          <button
            className={cn(
              "line-clamp-3 border-l-2 print:line-clamp-none pl-2 text-left hover:border-accent hover:text-ink",
              marked.some(({ start }) => start === quote.start)
                ? "border-accent text-ink"
                : "border-line-strong text-ink-soft",
            )}
            onClick={() => onMark([quote])}
            type="button"
          >
            {quote.text}
          </button>
        </li>
      ))}
    </ul>
  );
}
