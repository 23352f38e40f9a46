"use client";

import { useTranslations } from "next-intl";
import { toClock } from "@/lib/interview/to-clock";
import type { VideoDetail } from "@/lib/video/schema";

/** So long somebody may think without its being a fact. */
const longSilenceSeconds = 8;

/** What happened beside the answers of a recording made here: listed, and part of no score. */
export function IntegrityFacts({ video: { recordedHere, analysis, transcript } }: { video: VideoDetail }) {
  const t = useTranslations("videos");
  if (!recordedHere) return null;
  const silences = (analysis?.delivery?.pauses ?? []).filter((pause) => pause.durationSeconds >= longSilenceSeconds);
  const voices = new Set(transcript?.lines.map(({ speaker }) => speaker).filter((name) => name !== ""));
  const facts = [
    ...recordedHere.events.map(({ kind, question, seconds, durationSeconds }) =>
      t(`event_${kind}`, { number: question + 1, seconds, duration: durationSeconds ?? 0 }),
    ),
    ...silences.map((pause) =>
      t("event_silence", { time: toClock(pause.seconds), duration: Math.round(pause.durationSeconds) }),
    ),
    ...(voices.size > 1 ? [t("event_second_voice", { count: voices.size })] : []),
  ];
  return (
    <section aria-label={t("integrity")} className="text-sm">
      <h2 className="font-semibold">{t("integrity")}</h2>
      <p className="text-ink-faint text-xs">{t("integrity_note")}</p>
      {facts.length === 0 ? (
        <p className="mt-1 text-ink-soft">{t("integrity_none")}</p>
      ) : (
        <ul className="mt-1 list-disc pl-5">
          {[...new Set(facts)].map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
