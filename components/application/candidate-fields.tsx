"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field, Select } from "@/components/ui/field";
import { applicationsQuery } from "@/lib/application/queries";
import { positionsQuery } from "@/lib/position/queries";

export type ChosenCandidate = {
  applicationId: string;
  resumeId: string;
  candidateName: string;
  positionApplied: string;
};

/** A position, and one of its candidates. */
export function CandidateFields({ onChoose }: { onChoose: (candidate: ChosenCandidate | null) => void }) {
  const t = useTranslations("interviews");
  const [positionId, setPositionId] = useState("");
  const { data: positions = [] } = useQuery(positionsQuery());
  const { data: candidates = [], isSuccess } = useQuery({
    ...applicationsQuery(positionId),
    enabled: positionId !== "",
  });

  function choose(applicationId: string) {
    const position = positions.find(({ id }) => id === positionId);
    const candidate = candidates.find(({ id }) => id === applicationId);
    if (!position || !candidate) return onChoose(null);
    const { resumeId, candidateName, fileName } = candidate;
    onChoose({ applicationId, resumeId, candidateName: candidateName ?? fileName, positionApplied: position.title });
  }

  return (
    <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
      <Field label={t("column_position")}>
        {(props) => (
          <Select
            {...props}
            onChange={(event) => {
              setPositionId(event.target.value);
              onChoose(null);
            }}
            required
            value={positionId}
          >
            <option value="">{t("choose")}</option>
            {positions.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        hint={positionId && isSuccess && candidates.length === 0 ? t("no_candidates") : undefined}
        label={t("column_candidate")}
      >
        {(props) => (
          <Select
            {...props}
            disabled={positionId === ""}
            key={positionId}
            onChange={(event) => choose(event.target.value)}
            required
          >
            <option value="">{t("choose")}</option>
            {candidates.map(({ id, candidateName, fileName }) => (
              <option key={id} value={id}>
                {candidateName ?? fileName}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
