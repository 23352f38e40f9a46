"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input, Select } from "@/components/ui/field";
import { acceptedVerdicts, mostAccepted } from "@/lib/position/kinds";
import type { AcceptedPhrase } from "@/lib/position/requirement";

type AcceptedPhrasesProps = {
  number: number;
  accepted: readonly AcceptedPhrase[];
  onChange: (accepted: AcceptedPhrase[]) => void;
};

/** The rules of a requirement: words that a person lets count for it, each taken away with its cross. */
export function AcceptedPhrases({ number, accepted, onChange }: AcceptedPhrasesProps) {
  const t = useTranslations("accepted");
  const verdicts = useTranslations("verdicts");
  const [isOpen, setOpen] = useState(false);
  const [phrase, setPhrase] = useState("");
  const [verdict, setVerdict] = useState<AcceptedPhrase["verdict"]>("met");
  const words = phrase.trim();
  const add = () => {
    if (words.length < 2) return;
    onChange([
      ...accepted.filter((rule) => rule.phrase.toLowerCase() !== words.toLowerCase()),
      { phrase: words, verdict },
    ]);
    setPhrase("");
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") setOpen(false);
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <div className={cn("flex flex-wrap items-center gap-1.5 text-xs", (isOpen || accepted.length > 0) && "basis-full")}>
      {accepted.length > 0 && <span className="text-ink-soft">{t("also_counts")}</span>}
      {accepted.map((rule) => (
        <span className="flex h-6 items-center gap-1 rounded-sm bg-sunken pl-1.5" key={rule.phrase}>
          {rule.phrase}
          {rule.verdict === "partly" && <span className="text-ink-soft">({verdicts("partly")})</span>}
          <button
            aria-label={t("remove", { phrase: rule.phrase, number })}
            className="flex size-6 items-center justify-center rounded-sm text-ink-soft hover:bg-hover"
            onClick={() => onChange(accepted.filter((other) => other !== rule))}
            type="button"
          >
            <X aria-hidden="true" className="size-3" />
          </button>
        </span>
      ))}
      {!isOpen && accepted.length < mostAccepted && (
        <Button aria-label={t("add_to", { number })} onClick={() => setOpen(true)} size="sm" variant="quiet">
          {t("add")}
        </Button>
      )}
      {isOpen && (
        <>
          <Input
            aria-label={t("phrase", { number })}
            autoFocus
            className="h-7 w-44 text-xs"
            maxLength={100}
            onChange={(event) => setPhrase(event.target.value)}
            onKeyDown={onKey}
            placeholder={t("phrase_hint")}
            value={phrase}
          />
          <Select
            aria-label={t("counts_as")}
            className="h-7 w-auto text-xs"
            onChange={(event) => setVerdict(event.target.value === "partly" ? "partly" : "met")}
            value={verdict}
          >
            {acceptedVerdicts.map((option) => (
              <option key={option} value={option}>
                {verdicts(option)}
              </option>
            ))}
          </Select>
          <Button disabled={words.length < 2} onClick={add} size="sm">
            {t("save")}
          </Button>
          <Button onClick={() => setOpen(false)} size="sm" variant="quiet">
            {t("done")}
          </Button>
        </>
      )}
    </div>
  );
}
