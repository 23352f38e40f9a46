import { useEffect, useState } from "react";
import { firstColumns, libraryColumns } from "./library-columns";

const storageKey = "library-columns";

/** The columns a person chose to see, remembered in this browser. */
export function useLibraryColumns() {
  const [keys, setKeys] = useState<readonly string[]>(firstColumns);
  useEffect(() => {
    const stored = localStorage.getItem(storageKey);
    if (stored !== null) setKeys(stored.split(","));
  }, []);
  const choose = (next: readonly string[]) => {
    setKeys(next);
    localStorage.setItem(storageKey, next.join(","));
  };
  return { columns: libraryColumns.filter(({ key }) => keys.includes(key)), choose };
}
