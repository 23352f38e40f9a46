"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Quotes } from "@/components/screening/quotes";
import { ScoreBar } from "@/components/screening/score-bar";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { TextSpan } from "@/lib/resume/profile";
import type { ExpertView } from "@/lib/screening/schema";
import { say } from "@/lib/screening/statements";

type ExpertViewsProps = { views: ExpertView[]; onMark: (spans: readonly TextSpan[]) => void };

/** The three expert views: each dimension with its points, the reason and what it rests on. */
export function ExpertViews({ views, onMark }: ExpertViewsProps) {
  const t = useTranslations("views");
  const dimensions = useTranslations("dimensions");
  const format = useFormatter();
  const locale = useReaderLocale();
  return views.map((view) => (
    <details className="border-line border-b px-4 py-2.5 text-sm" key={view.key}>
      <summary className="flex cursor-pointer items-center gap-3">
        <h3 className="font-semibold">{t(view.key)}</h3>
        <ScoreBar className="ml-auto" score={view.score} />
      </summary>
      <ul className="mt-1 text-ink-soft">
        {view.comments.map((comment) => (
          <li key={comment.code}>{say(comment, locale)}</li>
        ))}
      </ul>
      <table className="mt-2 w-full">
        <tbody>
          {view.dimensions.map(({ key, weight, score, reason, quotes }) => (
            <tr className="border-line border-t align-top" key={key}>
              <th className="w-28 py-1.5 pr-2 text-left font-normal" scope="row">
                {dimensions(key)}
                <span className="block text-ink-faint text-xs">{t("of_100", { weight })}</span>
              </th>
              <td className="py-1.5">
                <p className="text-ink-soft">{say(reason, locale)}</p>
                <Quotes onMark={onMark} quotes={quotes} />
              </td>
              <td className="tabular w-12 py-1.5 text-right">
                {score ? format.number(score.value, { maximumFractionDigits: 1 }) : t("unknown")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  ));
}
