"use client";

import { useTranslations } from "next-intl";
import { mostCompared } from "@/components/screening/use-board-marks";
import { useReport } from "@/components/screening/use-report";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { mostArchived } from "@/lib/report/kinds";
import { chosenStages } from "@/lib/screening/kinds";
import type { BoardChoice } from "@/lib/screening/schema";

type BoardSelectionBarProps = {
  positionId: string;
  /** Their applications. */
  selected: readonly string[];
  compared: number;
  canDecide: boolean;
  onChoose: (choice: BoardChoice) => void;
  onCompare: () => void;
  onClear: () => void;
};

/** What can be done with the chosen rows, and with those marked for comparing. */
export default function BoardSelectionBar(props: BoardSelectionBarProps) {
  const { positionId, compared, canDecide, onChoose, onCompare, onClear } = props;
  const selected = props.selected.length;
  const t = useTranslations("board_selection");
  const stages = useTranslations("stages");
  const reports = useTranslations("report");
  const { make, percent } = useReport();
  const archive = () => {
    const applicationIds = props.selected.slice(0, mostArchived);
    make({ kind: "archive", subjectId: positionId, format: "pdf", applicationIds });
  };
  const canCompare = compared > 1 || (selected > 1 && selected <= mostCompared);
  return (
    <section
      aria-label={t("title")}
      className="flex flex-wrap items-center gap-2 border-line border-t bg-surface px-5 py-2.5 text-sm max-sm:px-4 print:hidden"
    >
      {selected > 0 && <span className="tabular">{t("selected", { count: selected })}</span>}
      {selected > 0 && canDecide && (
        <Select
          aria-label={t("move")}
          className="w-auto"
          onChange={(event) => {
            const stage = chosenStages.find((key) => key === event.target.value);
            if (stage) onChoose(stage);
          }}
          value=""
        >
          <option value="">{t("move")}</option>
          {chosenStages.map((key) => (
            <option key={key} value={key}>
              {stages(key)}
            </option>
          ))}
        </Select>
      )}
      {selected > 0 && (
        <Button aria-live="polite" disabled={percent !== null} onClick={archive} variant="quiet">
          {percent === null ? reports("of_selected") : reports("making_archive", { percent })}
        </Button>
      )}
      {compared > 0 && (
        <span className="tabular text-ink-soft">{t("marked", { count: compared, most: mostCompared })}</span>
      )}
      <Button disabled={!canCompare} onClick={onCompare} variant={canCompare ? "secondary" : "quiet"}>
        {t("compare")}
      </Button>
      <Button onClick={onClear} variant="quiet">
        {t("clear")}
      </Button>
    </section>
  );
}
