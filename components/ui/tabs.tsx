"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { cn } from "./cn";

type TabsProps<T extends string> = {
  label: string;
  tabs: { key: T; title: string; count?: number }[];
  current: T;
  onChange: (key: T) => void;
  children: ReactNode;
};

/** Of a tab, and of a link among those that lead through the parts of a page. */
export function tabLook(isCurrent: boolean): string {
  return cn(
    "h-9 shrink-0 border-b-2 px-2 text-sm",
    isCurrent ? "border-accent font-medium text-ink" : "border-transparent text-ink-soft hover:text-ink",
  );
}

/** A row of tabs over what the chosen one shows; arrow keys go along the row. */
export function Tabs<T extends string>({ label, tabs, current, onChange, children }: TabsProps<T>) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    // From the tab that has the focus: what is current follows the address, a moment later.
    const focused = event.target instanceof HTMLElement ? event.target.dataset.tab : null;
    const at = tabs.findIndex(({ key }) => key === focused);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.key);
    row.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus();
  };
  return (
    <>
      <div
        aria-label={label}
        className="sticky top-0 z-10 flex gap-1 overflow-x-auto border-line border-b bg-surface px-3"
        onKeyDown={move}
        ref={row}
        role="tablist"
      >
        {tabs.map(({ key, title, count }) => (
          <button
            aria-controls={`${id}-panel`}
            aria-selected={key === current}
            className={tabLook(key === current)}
            data-tab={key}
            id={`${id}-${key}`}
            key={key}
            onClick={() => onChange(key)}
            role="tab"
            tabIndex={key === current ? 0 : -1}
            type="button"
          >
            {title}
            {count !== undefined && count > 0 && <span className="tabular ml-1 text-ink-faint">{count}</span>}
          </button>
        ))}
      </div>
      <div aria-labelledby={`${id}-${current}`} id={`${id}-panel`} role="tabpanel">
        {children}
      </div>
    </>
  );
}
