"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { cn } from "@/components/ui/cn";
import { Textarea } from "@/components/ui/field";
import { mentionAt } from "@/lib/comment/find-mentions";
import { longestComment } from "@/lib/comment/kinds";
import type { Mentionable } from "@/lib/comment/schema";
import { sayKnown } from "@/lib/i18n/say-known";

type MentionTextareaProps = {
  field: { id: string; "aria-invalid": boolean; "aria-describedby": string | undefined };
  text: string;
  people: readonly Mentionable[];
  onChange: (text: string) => void;
  /** Told whom somebody chose from the list. */
  onChoose: (personId: string) => void;
  isFocused?: boolean;
};

const offered = 6;

/** A text in which "@" offers colleagues: arrow keys and Enter or Tab choose one, Escape goes on writing. */
export function MentionTextarea({ field, text, people, onChange, onChoose, isFocused }: MentionTextareaProps) {
  const t = useTranslations("comments");
  const roles = useTranslations("roles");
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState<{ start: number; query: string } | null>(null);
  const [at, setAt] = useState(0);
  const found = open ? people.filter(({ name }) => fold(name).includes(fold(open.query))).slice(0, offered) : [];
  const isOpen = found.length > 0;

  useEffect(() => {
    if (isFocused) area.current?.focus();
  }, [isFocused]);

  // A dialog around it listens on the document, before the textarea would.
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setOpen(null);
    };
    addEventListener("keydown", close, true);
    return () => removeEventListener("keydown", close, true);
  }, [isOpen]);

  const look = (value: string, caret: number) => {
    setOpen(mentionAt(value, caret));
    setAt(0);
  };
  const choose = (person: Mentionable | undefined) => {
    if (!open || !person) return;
    const caret = open.start + person.name.length + 2;
    const behind = text.slice(open.start + 1 + open.query.length);
    // At once: what is typed right after the key belongs behind the name.
    flushSync(() => {
      onChange(`${text.slice(0, open.start)}@${person.name} ${behind.replace(/^ /, "")}`);
      onChoose(person.id);
      setOpen(null);
    });
    area.current?.focus();
    area.current?.setSelectionRange(caret, caret);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + found.length) % found.length);
    else if (event.key === "Enter" || event.key === "Tab") choose(found[at]);
    else return;
    event.preventDefault();
  };

  return (
    <div className="relative w-full">
      <Textarea
        {...field}
        aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        maxLength={longestComment}
        onBlur={() => setOpen(null)}
        onChange={({ target }) => {
          onChange(target.value);
          look(target.value, target.selectionStart);
        }}
        onClick={({ currentTarget }) => look(text, currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        ref={area}
        value={text}
      />
      <span className="sr-only" role="status">
        {isOpen && t("offered", { count: found.length })}
      </span>
      {isOpen && (
        <div
          aria-label={t("people")}
          className="absolute inset-x-0 top-full z-10 mt-1 overflow-hidden rounded-md border border-line bg-surface shadow-overlay"
          id={listId}
          role="listbox"
        >
          {found.map((person, index) => (
            <div
              aria-selected={index === at}
              className={cn("flex h-8 items-center gap-2 px-3", index === at ? "bg-accent-soft" : "hover:bg-hover")}
              id={`${listId}-${index}`}
              key={person.id}
              // Before the textarea loses the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(person);
              }}
              role="option"
              tabIndex={-1}
            >
              {person.name}
              <span className="text-ink-faint text-xs">{sayKnown(roles, person.role)}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function fold(text: string) {
  return text.normalize("NFKC").toLowerCase();
}
