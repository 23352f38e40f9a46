"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { streamSuggestion } from "@/lib/interview/queries";

/** A question by a model, shown as it is written; only one that may be asked stays. */
export function useModelSuggestion(interviewId: string) {
  const t = useTranslations("interview");
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isUsable, setUsable] = useState(false);
  const asking = useRef<AbortController | null>(null);

  function clear() {
    asking.current?.abort();
    asking.current = null;
    setText("");
    setProblem(null);
    setBusy(false);
    setUsable(false);
  }

  async function ask() {
    clear();
    const controller = new AbortController();
    asking.current = controller;
    setBusy(true);
    let said = "";
    try {
      const usable = await streamSuggestion(interviewId, {
        signal: controller.signal,
        onText: (piece) => {
          said += piece;
          setText(said);
        },
      });
      setUsable(usable);
      if (!usable) setProblem(t("model_unusable"));
    } catch (error) {
      if (controller.signal.aborted) return;
      setProblem(error instanceof Error ? error.message : String(error));
    }
    if (asking.current === controller) setBusy(false);
  }

  return { text, problem, isBusy, isUsable, ask, clear };
}
