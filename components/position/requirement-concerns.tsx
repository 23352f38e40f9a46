"use client";

import { Ban, MessageCircleQuestion, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useState } from "react";
import { sayKnown } from "@/lib/i18n/say-known";
import type { Concern } from "@/lib/position/concerns";
import type { Requirement } from "@/lib/position/requirement";

/** What the recruiter should know of a requirement, said under it while it is written. */
export function RequirementConcerns({ requirement }: { requirement: Requirement }) {
  const concerns = useConcerns(requirement);
  const t = useTranslations("positions");
  const drafts = useTranslations("drafts");
  if (concerns.length === 0) return null;
  const say = (concern: Concern) => {
    if (concern.level === "interview") return t("concern_interview");
    const { words } = concern;
    if (concern.level === "warning") return t(`concern_${concern.reason}`, { words });
    return t("concern_refused", { words, reason: sayKnown(drafts, `reason_${concern.reason}`) ?? "" });
  };
  return (
    <ul className="flex flex-col gap-0.5 text-xs" role="status">
      {concerns.map((concern) => {
        const { Icon, colour } = looks[concern.level];
        const text = say(concern);
        return (
          <li className={`flex gap-1.5 ${colour}`} key={text}>
            <Icon aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
            <span className="min-w-0 break-words">{text}</span>
          </li>
        );
      })}
    </ul>
  );
}

const looks = {
  refused: { Icon: Ban, colour: "text-danger" },
  warning: { Icon: TriangleAlert, colour: "text-partly" },
  interview: { Icon: MessageCircleQuestion, colour: "text-ink-soft" },
} as const;

/** The rules come with the first requirement, not with the page. */
function useConcerns({ kind, text, necessity, accepted }: Requirement): Concern[] {
  const [concerns, setConcerns] = useState<Concern[]>([]);
  const written = useDeferredValue(text);
  useEffect(() => {
    let isOld = false;
    void import("@/lib/position/concerns").then(({ findConcerns }) => {
      if (!isOld) setConcerns(findConcerns({ kind, text: written, necessity, accepted }));
    });
    return () => {
      isOld = true;
    };
  }, [kind, written, necessity, accepted]);
  return concerns;
}
