"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { positionsQuery } from "@/lib/position/queries";
import type { PositionListItem } from "@/lib/position/schema";

type PositionChoiceProps = {
  isBusy: boolean;
  /** A position without requirements cannot be screened for. */
  needsRequirements?: boolean;
  onChoose: (position: PositionListItem) => void;
};

/** The open positions, one of which is chosen. */
export function PositionChoice({ isBusy, needsRequirements = false, onChoose }: PositionChoiceProps) {
  const t = useTranslations("screening");
  const { data: positions } = useQuery(positionsQuery());
  return (
    <ul>
      {positions?.map((position) => {
        const { id, title, department, requirementCount } = position;
        return (
          <li key={id}>
            <button
              className="flex w-full items-baseline gap-3 rounded-md px-3 py-2 text-left hover:bg-hover disabled:opacity-50"
              disabled={isBusy || (needsRequirements && requirementCount === 0)}
              onClick={() => onChoose(position)}
              type="button"
            >
              <span className="font-medium">{title}</span>
              <span className="text-ink-faint text-sm">{department}</span>
              <span className="tabular ml-auto text-ink-faint text-sm">
                {requirementCount === 0 && needsRequirements
                  ? t("without_requirements")
                  : t("requirements", { count: requirementCount })}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
