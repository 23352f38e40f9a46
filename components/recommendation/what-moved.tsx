"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Becomes } from "@/components/ui/becomes";
import type { Movement } from "@/lib/recommendation/schema";

/** What two analyses say otherwise: before, and now. */
export function WhatMoved({ moved }: { moved: readonly Movement[] }) {
  const t = useTranslations("recommendation");
  const name = useMovedName();
  const show = useMovedValue();
  if (moved.length === 0) return null;
  return (
    <section aria-label={t("moved_title")}>
      <h2 className="mb-2 font-semibold">{t("moved_title")}</h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {moved.map((one) => (
          <li key={`${one.kind} ${one.key}`}>
            {name(one)}{" "}
            <span className="tabular text-ink-soft">
              {show(one.from)} <Becomes /> {show(one.to)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useMovedName() {
  const t = useTranslations("recommendation");
  return ({ kind, key, text }: Movement) => {
    if (kind === "requirement") return text;
    if (kind === "score") return t("moved_score");
    // Keys of lists that the shape has checked.
    return kind === "dimension" ? t(`dimension_${key}` as "dimension_soft_skills") : t(`sub_${key}` as "sub_logic");
  };
}

function useMovedValue() {
  const t = useTranslations("recommendation");
  const verdicts = useTranslations("verdicts");
  const format = useFormatter();
  return (value: Movement["from"]) => {
    if (value === null) return t("unknown");
    return typeof value === "number" ? format.number(value, { maximumFractionDigits: 1 }) : verdicts(value);
  };
}
