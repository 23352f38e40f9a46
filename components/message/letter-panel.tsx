"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MessageList } from "@/components/message/message-list";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import { locales } from "@/lib/i18n/locale";
import { letterKinds } from "@/lib/message/kinds";
import { draft, messagesKey } from "@/lib/message/queries";
import type { ApplicationDetail } from "@/lib/screening/schema";

/** Letters to one candidate: drafted here, changed and sent by a person. */
export function LetterPanel({ application }: { application: ApplicationDetail }) {
  const t = useTranslations("messages");
  const queryClient = useQueryClient();
  const proposed = proposeLetter(application);
  const [chosen, setChosen] = useState<(typeof letterKinds)[number] | null>(null);
  const [locale, setLocale] = useState(useReaderLocale());
  const of = { applicationId: application.id };
  const make = useMutation({
    mutationFn: () => draft(of, { kind: chosen ?? proposed, locale }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: messagesKey }),
  });
  if (application.decisions.length === 0) return null;
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2 border-line border-t px-4 py-3 print:hidden">
      <h3 className="font-semibold text-sm">{t("title")}</h3>
      <p className="text-ink-faint text-xs">{t("note")}</p>
      <div className="flex flex-wrap gap-2">
        <Select
          aria-label={t("title")}
          onChange={({ target }) => setChosen(letterKinds.find((kind) => kind === target.value) ?? null)}
          value={chosen ?? proposed}
        >
          {letterKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind_${kind}`)}
            </option>
          ))}
        </Select>
        <Select
          aria-label={t("language")}
          onChange={({ target }) => setLocale(locales.find((key) => key === target.value) ?? "zh")}
          value={locale}
        >
          {locales.map((key) => (
            <option key={key} value={key}>
              {t(key)}
            </option>
          ))}
        </Select>
        <Button disabled={make.isPending} onClick={() => make.mutate()}>
          {t("draft")}
        </Button>
      </div>
      {make.error && <Problem>{make.error.message}</Problem>}
      <MessageList of={of} />
    </section>
  );
}

/** The letter that the newest decision and the stage ask for. */
function proposeLetter({ stage, decisions: [newest] }: ApplicationDetail): (typeof letterKinds)[number] {
  if (stage === "rejected" || newest?.outcome === "reject") return "rejection";
  if (stage === "offer" || stage === "hired") return "offer";
  return newest?.outcome === "hold" ? "hold" : "next_round";
}
