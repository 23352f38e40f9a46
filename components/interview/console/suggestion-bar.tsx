"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { Suggestion } from "@/lib/interview/schema";
import { sayInterview } from "@/lib/interview/statements";

type SuggestionBarProps = {
  shown: Suggestion | null;
  hasNewer: boolean;
  onUse: () => void;
  onStep: (by: 1 | -1) => void;
  onNewest: () => void;
  onOwn: () => void;
  /** The model that can be asked, and what it is saying; null without one. */
  model: { name: string; text: string; problem: string | null; isBusy: boolean; onAsk: () => void } | null;
};

/** One question that could come next, with its reason; its place and height never change. */
export function SuggestionBar(props: SuggestionBarProps) {
  const { shown, hasNewer, onUse, onStep, onNewest, onOwn, model } = props;
  const t = useTranslations("interview");
  const locale = useReaderLocale();
  return (
    <section
      aria-label={t("next_question")}
      className="flex flex-col gap-2 border-line border-t bg-sunken px-5 py-3 max-sm:px-4"
    >
      <div className="flex h-20 flex-col gap-1 overflow-y-auto">
        {model?.text || model?.problem ? (
          <>
            <p aria-live="polite" className="text-lg leading-snug">
              {model.problem ?? model.text}
            </p>
            <p className="text-ink-soft text-sm">{t("by_model", { model: model.name })}</p>
          </>
        ) : shown ? (
          <>
            <p className="text-lg leading-snug">{shown.text}</p>
            <p className="text-ink-soft text-sm">{sayInterview(shown.reason, locale)}</p>
          </>
        ) : (
          <p className="text-ink-soft text-sm">{t("no_suggestion")}</p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={!shown && !model?.text} onClick={onUse} variant="primary">
          {t("use_it")}
          <Key>Enter</Key>
        </Button>
        <Button disabled={!shown} onClick={() => onStep(1)}>
          {t("another")}
          <Key>↓</Key>
        </Button>
        <Button onClick={onOwn}>
          {t("own_question")}
          <Key>a</Key>
        </Button>
        {model && (
          <Button disabled={model.isBusy} onClick={model.onAsk}>
            {t("ask_model", { model: model.name })}
            <Key>m</Key>
          </Button>
        )}
        <Button className={hasNewer ? "" : "invisible"} onClick={onNewest} variant="quiet">
          {t("newer")}
          <Key>r</Key>
        </Button>
      </div>
    </section>
  );
}

export function Key({ children }: { children: string }) {
  return (
    <kbd className="rounded-sm border border-current/30 px-1 font-sans text-xs opacity-85 max-[899px]:hidden">
      {children}
    </kbd>
  );
}
