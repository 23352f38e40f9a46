"use client";

import { useTranslations } from "next-intl";
import type { InterviewDetail } from "@/lib/interview/page-schema";

/** What each interviewer submitted beside the others: where they agree and where they do not. */
export function SubmittedScorecards({ interview }: { interview: InterviewDetail }) {
  const t = useTranslations("interview");
  const { scorecards, requirements, own } = interview;
  if (scorecards.length === 0) return null;
  const ownCard =
    own.isSubmitted && own.scorecard ? [{ ...own.scorecard, userId: "own", name: t("me"), notes: own.notes }] : [];
  const cards = [...ownCard, ...scorecards];
  return (
    <section aria-label={t("panel_ratings")}>
      <h2 className="mb-2 font-semibold text-lg">{t("panel_ratings")}</h2>
      <div className="relative overflow-x-auto">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("requirement")}</th>
              {cards.map(({ userId, name }) => (
                <th className="number" key={userId} scope="col">
                  {name}
                </th>
              ))}
              <th className="number" scope="col">
                {t("apart")}
              </th>
            </tr>
          </thead>
          <tbody>
            {requirements.map(({ key, text }) => {
              const ratings = cards.map(
                ({ lines }) => lines.find((line) => line.requirementKey === key)?.rating ?? null,
              );
              const given = ratings.filter((rating) => rating !== null);
              return (
                <tr key={key}>
                  <td>{text}</td>
                  {cards.map(({ userId }, index) => (
                    <td className="number" key={userId}>
                      {ratings[index] ?? "–"}
                    </td>
                  ))}
                  <td className="number">{given.length < 2 ? "–" : Math.max(...given) - Math.min(...given)}</td>
                </tr>
              );
            })}
            <tr>
              <td className="font-medium">{t("recommends")}</td>
              {cards.map(({ userId, recommendation }) => (
                <td className="number" key={userId}>
                  {recommendation ? t(`advice_${recommendation}`) : "–"}
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <ul className="mt-3 flex flex-col gap-3 text-sm">
        {cards
          .filter(({ comment, notes }) => comment || notes)
          .map(({ userId, name, comment, notes }) => (
            <li key={userId}>
              <p className="font-medium">{name}</p>
              {comment && <p className="whitespace-pre-wrap">{comment}</p>}
              {notes && <p className="whitespace-pre-wrap text-ink-soft">{notes}</p>}
            </li>
          ))}
      </ul>
    </section>
  );
}
