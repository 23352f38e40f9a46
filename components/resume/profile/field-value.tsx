"use client";

import { Check } from "lucide-react";
import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useProfileView } from "@/components/resume/profile/profile-context";
import { cn } from "@/components/ui/cn";
import { readPath } from "@/lib/resume/corrections/paths";
import type { ShownCorrection } from "@/lib/resume/corrections/schema";
import type { Reading } from "@/lib/resume/profile";

const loadEditor = () => import("@/components/resume/profile/field-editor");
const FieldEditor = dynamic(loadEditor, { ssr: false });
/** Below this a value is worth a look at the original. */
const lowConfidence = 0.75;

type FieldValueProps = {
  path: string;
  /** What the field is called, for whoever cannot see where it stands. */
  label: string;
  reading: Reading<unknown>;
  text: string;
  wrap?: boolean;
};

/** A value: choosing it marks where it stands in the original and lets those who may correct it. */
export function FieldValue({ path, label, reading, text, wrap = false }: FieldValueProps) {
  const t = useTranslations("profile");
  const { canWrite, corrections, marked, onMark, edited, onEdit } = useProfileView();
  const button = useFocusBack(edited === path);
  const isMarked = marked === reading.spans && marked.length > 0;
  const correction = corrections.get(path);
  const isUnsure = reading.confidence < lowConfidence;
  const isEditable = canWrite && readPath(path) !== null;
  const choose = () => {
    if (!isEditable) return onMark(isMarked ? [] : reading.spans);
    onMark(reading.spans);
    onEdit(path);
  };
  if (edited === path) return <FieldEditor label={label} path={path} value={String(reading.value)} />;
  return (
    <>
      <button
        aria-pressed={isEditable ? undefined : isMarked}
        className={cn(
          "max-w-full cursor-pointer rounded-xs text-left hover:bg-mark",
          wrap ? "whitespace-pre-wrap leading-relaxed" : "break-words",
          isMarked && "bg-mark",
          isUnsure && "underline decoration-partly decoration-dotted underline-offset-3",
        )}
        data-field={path}
        onClick={choose}
        onFocus={isEditable ? () => void loadEditor() : undefined}
        onPointerEnter={isEditable ? () => void loadEditor() : undefined}
        ref={button}
        title={isUnsure ? t("unsure") : isEditable ? t("correct") : undefined}
        type="button"
      >
        {text}
      </button>
      {reading.basis === "model" && !correction && <ByModel model={reading.model ?? ""} />}
      {correction && <Verified correction={correction} />}
    </>
  );
}

/** Stands where something important was not read. */
export function MissingValue({ path, label }: Pick<FieldValueProps, "path" | "label">) {
  const t = useTranslations("profile");
  const { canWrite, edited, onEdit } = useProfileView();
  const button = useFocusBack(edited === path);
  if (edited === path) return <FieldEditor label={label} path={path} value="" />;
  return (
    <span className="text-ink-faint">
      {t("not_stated")}
      {canWrite && (
        <button
          aria-label={t("add_field", { field: label })}
          className="ml-2 rounded-xs underline decoration-dotted underline-offset-3 hover:text-ink"
          data-field={path}
          onClick={() => onEdit(path)}
          ref={button}
          type="button"
        >
          {t("add")}
        </button>
      )}
    </span>
  );
}

/** The rules found nothing sure here. */
function ByModel({ model }: { model: string }) {
  const t = useTranslations("profile");
  return (
    <span
      className="ml-1.5 whitespace-nowrap rounded-sm bg-sunken px-1 font-normal text-ink-soft text-xs"
      title={t("by_model_text", { model })}
    >
      {t("by_model")}
    </span>
  );
}

function Verified({ correction: { value, readValue, by, at } }: { correction: ShownCorrection }) {
  const t = useTranslations("profile");
  const format = useFormatter();
  const said = t(value === readValue ? "confirmed_by" : "corrected_by", {
    by: by ?? t("somebody"),
    at: format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" }),
  });
  return (
    <span className="ml-1 inline-flex align-middle text-accent" title={said}>
      <Check aria-hidden="true" className="size-3.5" />
      <span className="sr-only">{said}</span>
    </span>
  );
}

/** The focus goes back to the value when its editor closes. */
function useFocusBack(isEdited: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasEdited = useRef(false);
  useEffect(() => {
    if (wasEdited.current && !isEdited) button.current?.focus({ preventScroll: true });
    wasEdited.current = isEdited;
  }, [isEdited]);
  return button;
}
