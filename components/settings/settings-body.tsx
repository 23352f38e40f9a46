import type { ReactNode } from "react";

/** A part of the settings that is read from top to bottom; lists from edge to edge do without. */
export function SettingsBody({ children }: { children: ReactNode }) {
  return <div className="flex max-w-230 flex-col gap-10 p-5 max-sm:p-4">{children}</div>;
}
