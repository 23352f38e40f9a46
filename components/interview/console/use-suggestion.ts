"use client";

import { useEffect, useRef, useState } from "react";
import type { Suggestion, Turn } from "@/lib/interview/schema";

/** The interviewer reads what stands there: it changes when a question is put, and once when the answer pauses. */
const answerPauseMs = 2500;

/**
 * The one suggestion on the screen. A better one that comes later waits until it is asked for.
 *
 * @returns what is shown, whether a newer one waits, and how to go through them
 */
export function useSuggestion(suggestions: readonly Suggestion[], turn: Turn | undefined) {
  const [shown, setShown] = useState<Suggestion | null>(suggestions[0] ?? null);
  const latest = useRef(suggestions);
  latest.current = suggestions;
  const turnId = turn?.id ?? null;
  const answered = useRef<string | null>(null);
  const said = turn?.segments.filter(({ speaker }) => speaker !== "interviewer") ?? [];
  const length = said.reduce((sum, { text }) => sum + text.length, 0);

  useEffect(() => {
    setShown((now) => (now && latest.current.some(({ key }) => key === now.key) ? now : (latest.current[0] ?? null)));
  }, [turnId, suggestions.length > 0]);
  useEffect(() => {
    if (length === 0 || answered.current === turnId) return;
    const timer = setTimeout(() => {
      answered.current = turnId;
      setShown(latest.current[0] ?? null);
    }, answerPauseMs);
    return () => clearTimeout(timer);
  }, [length, turnId]);

  const place = suggestions.findIndex(({ key }) => key === shown?.key);
  return {
    shown,
    hasNewer: shown !== null && suggestions.length > 0 && place !== 0 && answered.current === turnId,
    step(by: 1 | -1) {
      if (suggestions.length === 0) return;
      setShown(suggestions[(Math.max(place, 0) + by + suggestions.length) % suggestions.length] ?? null);
    },
    newest: () => setShown(suggestions[0] ?? null),
  };
}
