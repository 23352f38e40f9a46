import { useTranslations } from "next-intl";
import type { DraftedPosition } from "@/lib/position/draft-schema";

/** Who drafted, what to know before relying on it, and what was left out with the reason why. */
export function DraftSummary({ drafted }: { drafted: DraftedPosition }) {
  const t = useTranslations("drafts");
  const engines = useTranslations("engines");
  const failures = useTranslations("model_failures");
  const { draft, engine, notes, modelFailure } = drafted;
  return (
    <section
      aria-label={t("draft_title")}
      className="flex flex-col gap-2 rounded-md border border-line bg-accent-soft px-3 py-2.5 text-sm"
    >
      <p className="flex flex-wrap gap-x-3">
        <span className="font-medium">{t("draft_title")}</span>
        <span className="ml-auto text-ink-soft">
          {t("engine", { engine: engine === "built-in" ? engines("built-in") : engine })}
        </span>
      </p>
      <p>{t("draft_text", { count: draft.requirements.length })}</p>
      {modelFailure && <p>{t("model_failed", { reason: failures(modelFailure) })}</p>}
      {notes.length > 0 && (
        <ul className="list-disc pl-5">
          {notes.map(({ code, quote }) => (
            <li key={code}>{t(`note_${code}`, { quote })}</li>
          ))}
        </ul>
      )}
      {draft.leftOut.length > 0 && (
        <details open>
          <summary className="cursor-pointer font-medium">{t("left_out", { count: draft.leftOut.length })}</summary>
          <ul className="mt-1 flex flex-col gap-1">
            {draft.leftOut.map(({ reason, quote }) => (
              <li className="flex flex-wrap gap-x-2" key={`${quote.start}-${reason}`}>
                <q className="min-w-0 break-words">{quote.text}</q>
                <span className="text-ink-soft">{t(`reason_${reason}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
