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

/** `j k` and the arrows over the rows of a virtual list. @returns the focused row, -1 for none */
export function useRowKeys({ count, initial = -1, onMove, onKey }: RowKeys): number {
  const [focused, setFocused] = useState(initial);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const step = steps[event.key];
      if (step) {
        event.preventDefault();
        const next = Math.min(Math.max(focused + step, 0), count - 1);
        setFocused(next);
        onMove(next);
      } else if (focused >= 0 && focused < count && (event.key !== "Enter" || event.target === document.body)) {
        onKey(event.key, focused);
      }
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  });
  return focused;
}

const steps: Record<string, number | undefined> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
