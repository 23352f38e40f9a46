"use client";

import { ArrowDown, ArrowUp, Library, Plus, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { AcceptedPhrases } from "@/components/position/accepted-phrases";
import { RequirementConcerns } from "@/components/position/requirement-concerns";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input, Select } from "@/components/ui/field";
import { necessities, requirementKinds } from "@/lib/position/kinds";
import type { Requirement } from "@/lib/position/requirement";

const RequirementPoolDialog = dynamic(() => import("@/components/position/requirement-pool-dialog"), { ssr: false });

type RequirementRowsProps = {
  requirements: Requirement[];
  onChange: (requirements: Requirement[]) => void;
  showProblems: boolean;
  canAdd: boolean;
  /** What the description says, for the requirements that were read from it. */
  quotes?: ReadonlyMap<string, string>;
};

/** The requirements as rows: text, kind, must / nice / gate, weight, and how one will know. */
export function RequirementRows({ requirements, onChange, showProblems, canAdd, quotes }: RequirementRowsProps) {
  const t = useTranslations("positions");
  const drafts = useTranslations("drafts");
  const [isPoolOpen, setPoolOpen] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const addedKey = useRef<string | null>(null);

  useEffect(() => {
    if (!addedKey.current) return;
    list.current?.querySelector<HTMLInputElement>(`[data-key="${addedKey.current}"] input`)?.focus();
    addedKey.current = null;
  });

  const add = () => {
    const previous = requirements.at(-1);
    const key = crypto.randomUUID();
    addedKey.current = key;
    onChange([
      ...requirements,
      { key, kind: previous?.kind ?? "skill", text: "", necessity: previous?.necessity ?? "must", weight: 3, note: "" },
    ]);
  };
  const change = (key: string, next: Partial<Requirement>) =>
    onChange(requirements.map((requirement) => (requirement.key === key ? { ...requirement, ...next } : requirement)));
  const move = (index: number, by: number) => {
    const next = [...requirements];
    const [row] = next.splice(index, 1);
    if (row) next.splice(index + by, 0, row);
    onChange(next);
  };

  return (
    <section aria-labelledby="requirements">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-semibold text-lg" id="requirements">
          {t("requirements")}
        </h2>
        <span className="tabular text-ink-faint text-sm">{requirements.length}</span>
        <div className="ml-auto flex flex-wrap justify-end gap-2">
          {canAdd && (
            <Button onClick={() => setPoolOpen(true)} size="sm" variant="quiet">
              <Library aria-hidden="true" />
              {t("add_from_pool")}
            </Button>
          )}
          <Button onClick={add} size="sm">
            <Plus aria-hidden="true" />
            {t("add_requirement")}
          </Button>
        </div>
      </div>
      <p className="mb-3 text-ink-faint text-sm">{t("requirements_hint")}</p>
      {requirements.length === 0 && (
        <div className="flex flex-col items-center gap-3 rounded-md border border-line border-dashed px-4 py-8 text-center text-ink-soft text-sm">
          <p>{t("no_requirements")}</p>
          <Button onClick={add} size="sm">
            {t("add_first")}
          </Button>
        </div>
      )}
      <ol className="flex flex-col" ref={list}>
        {requirements.map((requirement, index) => {
          const { key, text, kind, necessity, weight, note } = requirement;
          const number = index + 1;
          const isMissing = showProblems && text.trim() === "";
          return (
            <li
              className="grid grid-cols-[24px_1fr_auto] items-start gap-x-2 gap-y-1.5 border-line border-t py-2.5 last:border-b"
              data-key={key}
              key={key}
            >
              <span aria-hidden="true" className="tabular pt-1.5 text-right text-ink-faint text-xs">
                {number}
              </span>
              <div className="flex min-w-0 flex-col gap-1.5">
                <Input
                  aria-invalid={isMissing}
                  aria-label={t("requirement_text", { number })}
                  maxLength={500}
                  onChange={(event) => change(key, { text: event.target.value })}
                  onKeyDown={(event) => {
                    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
                      event.preventDefault();
                      add();
                    }
                  }}
                  placeholder={t(`example_${kind}`)}
                  value={text}
                />
                {quotes?.has(key) && (
                  <p className="break-words text-ink-faint text-xs">
                    {drafts("quote", { quote: quotes.get(key) ?? "" })}
                  </p>
                )}
                {isMissing && <p className="text-danger text-xs">{t("text_needed")}</p>}
                <RequirementConcerns requirement={requirement} />
                <div className="flex flex-wrap gap-1.5">
                  <Select
                    aria-label={t("requirement_kind", { number })}
                    className="h-7 w-auto text-xs"
                    onChange={(event) =>
                      change(key, { kind: requirementKinds.find((option) => option === event.target.value) ?? kind })
                    }
                    value={kind}
                  >
                    {requirementKinds.map((option) => (
                      <option key={option} value={option}>
                        {t(`kind_${option}`)}
                      </option>
                    ))}
                  </Select>
                  <fieldset className="flex rounded-md border border-line-strong">
                    <legend className="sr-only">{t("necessity", { number })}</legend>
                    {necessities.map((option) => (
                      <button
                        aria-pressed={necessity === option}
                        className={cn(
                          "h-6.5 px-2 text-ink-soft text-xs first:rounded-l-md last:rounded-r-md",
                          necessity === option && "bg-accent-soft font-medium text-accent",
                        )}
                        key={option}
                        onClick={() => change(key, { necessity: option })}
                        title={t(`necessity_${option}_hint`)}
                        type="button"
                      >
                        {t(`necessity_${option}`)}
                      </button>
                    ))}
                  </fieldset>
                  <Select
                    aria-label={t("weight", { number })}
                    className="h-7 w-auto text-xs"
                    onChange={(event) => change(key, { weight: Number(event.target.value) })}
                    value={weight}
                  >
                    {[1, 2, 3, 4, 5].map((option) => (
                      <option key={option} value={option}>
                        {t("weight_option", { weight: option })}
                      </option>
                    ))}
                  </Select>
                  <Input
                    aria-label={t("note", { number })}
                    className="h-7 min-w-40 flex-1 text-xs"
                    maxLength={500}
                    onChange={(event) => change(key, { note: event.target.value })}
                    placeholder={t("note_hint")}
                    value={note}
                  />
                  <AcceptedPhrases
                    accepted={requirement.accepted ?? []}
                    number={number}
                    onChange={(accepted) => change(key, { accepted: accepted.length > 0 ? accepted : undefined })}
                  />
                </div>
              </div>
              <div className="flex">
                <IconButton disabled={index === 0} label={t("move_up", { number })} onClick={() => move(index, -1)}>
                  <ArrowUp className="size-4" />
                </IconButton>
                <IconButton
                  disabled={number === requirements.length}
                  label={t("move_down", { number })}
                  onClick={() => move(index, 1)}
                >
                  <ArrowDown className="size-4" />
                </IconButton>
                <IconButton
                  label={t("remove", { number })}
                  onClick={() => onChange(requirements.filter((row) => row.key !== key))}
                >
                  <Trash2 className="size-4" />
                </IconButton>
              </div>
            </li>
          );
        })}
      </ol>
      {isPoolOpen && (
        <RequirementPoolDialog
          onAdd={(added) => onChange([...requirements, ...added])}
          onClose={() => setPoolOpen(false)}
          present={requirements}
        />
      )}
    </section>
  );
}

type IconButtonProps = { label: string; disabled?: boolean; onClick: () => void; children: React.ReactNode };

function IconButton({ label, disabled, onClick, children }: IconButtonProps) {
  return (
    <Button aria-label={label} disabled={disabled} onClick={onClick} size="smallIcon" title={label} variant="quiet">
      {children}
    </Button>
  );
}
