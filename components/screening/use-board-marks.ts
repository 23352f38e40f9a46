import { useCallback, useState } from "react";

/** Candidates that fit beside each other. */
export const mostCompared = 4;

const none: ReadonlySet<string> = new Set();

/** Rows chosen for moving, and those marked for comparing. */
export function useBoardMarks() {
  const [selected, setSelected] = useState(none);
  const [compared, setCompared] = useState(none);
  const toggleSelected = useCallback((id: string) => setSelected((ids) => toggled(ids, id)), []);
  const toggleCompared = useCallback(
    (id: string) => setCompared((ids) => (ids.size >= mostCompared && !ids.has(id) ? ids : toggled(ids, id))),
    [],
  );
  const selectAll = useCallback((ids: string[]) => setSelected(new Set(ids)), []);
  const clearSelected = useCallback(() => setSelected(none), []);
  const clear = useCallback(() => {
    setSelected(none);
    setCompared(none);
  }, []);
  return { selected, compared, toggleSelected, toggleCompared, selectAll, clear, clearSelected };
}

export type BoardMarks = ReturnType<typeof useBoardMarks>;

function toggled(ids: ReadonlySet<string>, id: string) {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
