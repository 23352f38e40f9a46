import type { ReactNode } from "react";

type PageHeaderProps = { title: ReactNode; note?: ReactNode; actions?: ReactNode };

export function PageHeader({ title, note, actions }: PageHeaderProps) {
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-5 py-2.5 max-sm:px-4">
      <h1 className="min-w-0 font-semibold text-xl">{title}</h1>
      {note && <div className="tabular text-ink-faint text-sm">{note}</div>}
      {actions && <div className="ml-auto flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </header>
  );
}
