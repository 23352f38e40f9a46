import type { ReactNode } from "react";
import { cn } from "./cn";

export type TableColumn = {
  label: string;
  look?: string;
  /** For a column of buttons: read by a screen reader only. */
  isLabelHidden?: boolean;
};

type TableProps = {
  columns: TableColumn[];
  /** From edge to edge of the page, with the page's margins inside. */
  isPageWide?: boolean;
  /** Where no row holds a link or button, so that the keyboard can scroll it sideways. */
  label?: string;
  children: ReactNode;
};

/** A plain table of hairline rows that scrolls sideways where it has no room; `children` are its rows. */
export function Table({ columns, isPageWide = false, label, children }: TableProps) {
  return (
    <div className="relative overflow-x-auto" {...(label && { "aria-label": label, role: "group", tabIndex: 0 })}>
      <table className={cn("plain-table", isPageWide && "page-wide")}>
        <thead>
          <tr>
            {columns.map(({ label, look, isLabelHidden }) => (
              <th className={look} key={label} scope="col">
                {isLabelHidden ? <span className="sr-only">{label}</span> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
