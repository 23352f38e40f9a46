"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { LiveInterview } from "@/lib/interview/page-schema";
import type { Suggestion, Turn } from "@/lib/interview/schema";

/** The interviewer reads what stands there: it changes when a question is put, and once when the answer pauses. */
const answerPauseMs = 2500;

/**
 * The one suggestion on the screen. A better one that comes later waits until it is asked for.
 *
 * @param live as the server knows it
 * @param turns those, with what was asked here since
 * @returns what is shown, whether a newer one waits, and how to go through them
 */
export function useSuggestion(live: LiveInterview, turns: readonly Turn[]) {
  const suggestions = useMemo(() => {
    const asked = new Set(turns.map(({ question }) => question.text));
    return live.suggestions.filter(({ text }) => !asked.has(text));
  }, [live, turns]);
  const turn = turns.at(-1);
  const [shown, setShown] = useState<Suggestion | null>(suggestions[0] ?? null);
  const latest = useRef(suggestions);
  latest.current = suggestions;
  const turnId = turn?.id ?? null;
  const isHeard = live.turns.some(({ id }) => id === turnId);
  const answered = useRef<string | null>(null);
  const said = turn?.segments.filter(({ speaker }) => speaker !== "interviewer") ?? [];
  const length = said.reduce((sum, { text }) => sum + text.length, 0);

  // At once the next of those that are here, then the server's for this question.
  useEffect(() => setShown(latest.current[0] ?? null), [turnId, isHeard, suggestions.length > 0]);
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
