"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useProfileView } from "@/components/resume/profile/profile-context";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import { type CorrectionKind, longestValue, readPath, readValue } from "@/lib/resume/corrections/paths";
import { degreeLevels } from "@/lib/resume/kinds";
import { correctValue, undoCorrection } from "@/lib/resume/page-queries";
import { resumeQuery, resumesKey } from "@/lib/resume/queries";
import type { ResumeDetail } from "@/lib/resume/schema";

type FieldEditorProps = { path: string; label: string; value: string };

/** In the place of a value: Enter keeps what is written, Escape leaves it as it was. */
export default function FieldEditor({ path, label, value }: FieldEditorProps) {
  const t = useTranslations("profile");
  const id = useId();
  const { resumeId, corrections, onEdit, onMark } = useProfileView();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const kind = readPath(path)?.kind ?? "text";
  const correction = corrections.get(path);
  const [written, setWritten] = useState(kind === "date" ? value.replaceAll("-", ".") : value);
  const [isRefused, setRefused] = useState(false);
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => {
    control.current?.focus();
    if (control.current?.tagName === "INPUT") control.current.select();
  }, []);

  const show = async (resume: ResumeDetail) => {
    queryClient.setQueryData(resumeQuery(resumeId).queryKey, resume);
    onEdit(null);
    await queryClient.invalidateQueries({ queryKey: resumesKey });
  };
  const undo = useMutation({
    mutationFn: (correctionId: string) => undoCorrection(resumeId, correctionId),
    onSuccess: show,
  });
  const save = useMutation({
    mutationFn: (wish: string) => correctValue(resumeId, { path, value: wish }),
    onSuccess: async (resume) => {
      const made = resume.corrections.find((one) => one.path === path);
      const takeBack = async () => show(await undoCorrection(resumeId, made?.id ?? ""));
      showToast(t("saved", { field: label }), made && { label: t("undo"), onAct: () => void takeBack() });
      await show(resume);
    },
  });
  const keep = () => {
    const wish = readValue(kind, written);
    if (wish === null) return setRefused(true);
    save.mutate(wish);
  };
  const leave = () => {
    onMark([]);
    onEdit(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && event.target === control.current) {
      event.preventDefault();
      keep();
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      leave();
    }
  };
  const problem = isRefused ? t(`wrong_${kind}`) : (save.error?.message ?? undo.error?.message);
  const isBusy = save.isPending || undo.isPending;
  const shared = {
    "aria-describedby": `${id}-note`,
    "aria-invalid": Boolean(problem),
    "aria-label": label,
    disabled: isBusy,
    ref: control,
    value: written,
  };
  const change = (wish: string) => {
    setRefused(false);
    setWritten(wish);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: it may stand in a heading or a paragraph, where a fieldset may not
    <span
      aria-label={t("correct_field", { field: label })}
      className="my-0.5 block font-normal"
      onKeyDown={onKeyDown}
      role="group"
    >
      <span className="flex items-center gap-1">
        {kind === "degree" || kind === "gender" ? (
          <Select {...shared} className="min-w-0 flex-1" onChange={(event) => change(event.target.value)}>
            {written === "" && <option value="" />}
            <Options kind={kind} />
          </Select>
        ) : (
          <Input
            {...shared}
            autoComplete="off"
            className="min-w-0 flex-1"
            inputMode={kind === "years" || kind === "age" ? "decimal" : undefined}
            maxLength={longestValue}
            onChange={(event) => change(event.target.value)}
          />
        )}
        <Button aria-label={t("keep")} disabled={isBusy} onClick={keep} size="smallIcon" title={t("keep")}>
          <Check aria-hidden="true" />
        </Button>
        <Button aria-label={t("leave")} onClick={leave} size="smallIcon" title={t("leave")} variant="quiet">
          <X aria-hidden="true" />
        </Button>
      </span>
      <span className="mt-1 block text-ink-faint text-xs" id={`${id}-note`}>
        {problem ? (
          <span className="text-danger" role="alert">
            {problem}
          </span>
        ) : correction ? (
          <>
            {correction.readValue === null ? t("was_missing") : t("was_read", { value: correction.readValue })}{" "}
            <button
              className="rounded-xs underline underline-offset-2 hover:text-ink"
              disabled={isBusy}
              onClick={() => undo.mutate(correction.id)}
              type="button"
            >
              {t("back_to_read")}
            </button>
          </>
        ) : (
          t(kind === "date" ? "hint_date" : "hint")
        )}
      </span>
    </span>
  );
}

function Options({ kind }: { kind: Extract<CorrectionKind, "degree" | "gender"> }) {
  const t = useTranslations("profile");
  const degrees = useTranslations("degrees");
  if (kind === "gender")
    return (["male", "female"] as const).map((value) => (
      <option key={value} value={value}>
        {t(value)}
      </option>
    ));
  return degreeLevels.map((value) => (
    <option key={value} value={value}>
      {degrees(value)}
    </option>
  ));
}
