"use client";

import { useTranslations } from "next-intl";
import { toClock } from "@/lib/interview/to-clock";
import { type IntegrityFact, listIntegrity } from "@/lib/video/list-integrity";
import type { VideoDetail } from "@/lib/video/schema";

type IntegrityFactsProps = { video: VideoDetail; onPlay: (seconds: number) => void };

/** What happened beside the answers of a recording made here: listed, and part of no score. */
export function IntegrityFacts({ video, onPlay }: IntegrityFactsProps) {
  const t = useTranslations("videos");
  if (!video.recordedHere) return null;
  const facts = listIntegrity(video).map((fact) => ({ text: say(fact), at: placeOf(fact) }));
  return (
    <section aria-label={t("integrity")} className="text-sm">
      <h2 className="font-semibold">{t("integrity")}</h2>
      <p className="text-ink-faint text-xs">{t("integrity_note")}</p>
      {facts.length === 0 ? (
        <p className="mt-1 text-ink-soft">{t("integrity_none")}</p>
      ) : (
        <ul className="mt-1 list-disc pl-5">
          {[...new Map(facts.map((fact) => [fact.text, fact])).values()].map(({ text, at }) => (
            <li key={text}>
              {text}{" "}
              {at !== null && (
                <button className="tabular text-accent hover:underline" onClick={() => onPlay(at)} type="button">
                  {t("play_from", { time: toClock(at) })}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );

  function say(fact: IntegrityFact): string {
    if (fact.kind === "voices_unknown") return t("event_voices_unknown");
    if (fact.kind === "silence")
      return t("event_silence", { time: toClock(fact.seconds), duration: Math.round(fact.durationSeconds) });
    if (fact.kind === "second_voice")
      return fact.seconds === null
        ? t("event_second_voice_untimed", { count: fact.voices })
        : t("event_second_voice", { count: fact.voices, time: toClock(fact.seconds) });
    const { kind, question, seconds, durationSeconds } = fact;
    return t(`event_${kind}`, { number: question + 1, seconds, duration: durationSeconds ?? 0 });
  }
}

function placeOf(fact: IntegrityFact): number | null {
  return fact.kind === "silence" || fact.kind === "second_voice" ? fact.seconds : null;
}
