"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field, Select } from "@/components/ui/field";
import { setBlind } from "@/lib/position/queries";
import { blindModes } from "@/lib/resume/blind/kinds";
import type { BlindMode } from "@/lib/resume/blind/schema";

/** What is not shown of a position's candidates. Takes effect at once. */
export function BlindChoice({ positionId, blind }: { positionId: string; blind: BlindMode }) {
  const t = useTranslations("blind");
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState(blind);
  const save = useMutation({
    mutationFn: (mode: BlindMode) => setBlind(positionId, mode),
    // Names stand on every page.
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const choose = (mode: BlindMode) => {
    setChosen(mode);
    save.mutate(mode, { onError: () => setChosen(chosen) });
  };
  return (
    <Field error={save.error?.message} hint={t("choice_hint")} label={t("choice")}>
      {(props) => (
        <Select
          {...props}
          onChange={({ target }) => {
            const mode = blindModes.find((known) => known === target.value);
            if (mode) choose(mode);
          }}
          value={chosen}
        >
          {blindModes.map((mode) => (
            <option key={mode} value={mode}>
              {t(`mode_${mode}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
