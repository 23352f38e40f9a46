import { useTranslations } from "next-intl";
import type { InterestPoint } from "@/lib/interview/schema";

/** What in the resume is worth asking about, with the words it stands in. */
export function InterestPoints({ points }: { points: InterestPoint[] }) {
  const t = useTranslations("interview");
  if (points.length === 0) return null;
  return (
    <section aria-label={t("interest_points")} className="rounded-md bg-sunken px-4 py-3">
      <h2 className="mb-2 font-semibold text-sm">{t("interest_points")}</h2>
      <ul className="flex flex-col gap-3 text-sm">
        {points.map(({ content, reason, quote }) => (
          <li key={content}>
            <p>
              <span className="font-medium">{content}</span> <span className="text-ink-soft">{reason}</span>
            </p>
            {quote && (
              <blockquote className="mt-1 border-line-strong border-l-2 pl-2 text-ink-soft">{quote.text}</blockquote>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
