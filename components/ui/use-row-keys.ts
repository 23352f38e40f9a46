import { useEffect, useState } from "react";
import { isTyping } from "./is-typing";

type RowKeys = {
  count: number;
  initial?: number;
  /** After the focus moved, so that the row can be brought into view. */
  onMove: (index: number) => void;
  /** Keys on the focused row; `Enter` counts only while nothing on the page has the focus. */
  onKey: (key: string, index: number) => void;
};

/**
 * `j k` and the arrows over the rows of a virtual list, Page Up, Page Down, Home and End in greater steps.
 *
 * @returns the focused row, -1 for none, and what puts the focus elsewhere
 */
export function useRowKeys({ count, initial = -1, onMove, onKey }: RowKeys) {
  const [chosen, setFocused] = useState(initial);
  const focused = Math.min(chosen, count - 1);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const step = steps[event.key];
      if (step && count > 0) {
        event.preventDefault();
        const next = Math.min(Math.max(focused + step, 0), count - 1);
        setFocused(next);
        onMove(next);
      } else if (focused >= 0 && focused < count && (event.key !== "Enter" || event.target === document.body)) {
        // A field that the key opens would begin with its letter.
        if (isWritten(event.key)) event.preventDefault();
        onKey(event.key, focused);
      }
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  });
  return { focused, setFocused };
}

/** Whether a key would be written into a field; nothing else on a page takes letters and digits. */
export function isWritten(key: string) {
  return /^[a-z\d<>]$/i.test(key);
}

const page = 20;
const steps: Record<string, number | undefined> = {
  ...{ j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: page, PageUp: -page },
  ...{ Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY },
};
