"use client";

import type { ReactNode } from "react";
import { FieldValue, MissingValue } from "@/components/resume/profile/field-value";
import type { Reading } from "@/lib/resume/profile";

type GroupProps = { title: string; children: ReactNode; count?: number; none?: string };

/** A group without entries is left out, or says that the resume has none. */
export function Group({ title, children, count, none }: GroupProps) {
  if (count === 0 && !none) return null;
  return (
    <section className="border-line border-b px-5 py-4 text-sm last:border-b-0">
      <h2 className="mb-2 font-semibold text-base">{title}</h2>
      {count === 0 ? <p className="text-ink-faint">{none}</p> : <div className="flex flex-col gap-3">{children}</div>}
    </section>
  );
}

export function Rows({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[88px_1fr] gap-x-3 gap-y-1.5">{children}</dl>;
}

type RowProps<T> = {
  label: string;
  path: string;
  reading?: Reading<T> | null;
  readings?: Reading<T>[];
  format?: (value: T) => string;
  /** Left out when it was not read, rather than shown as missing. */
  optional?: boolean;
};

export function Row<T>({ label, path, reading, readings, format = String, optional = false }: RowProps<T>) {
  const shown = readings
    ? readings.map((one, index) => ({ reading: one, path: `${path}.${index}` }))
    : reading
      ? [{ reading, path }]
      : [];
  if (shown.length === 0 && optional) return null;
  return (
    <>
      <dt className="text-ink-faint">{label}</dt>
      <dd className="min-w-0 break-words">
        {shown.length === 0 && <MissingValue label={label} path={readings ? `${path}.0` : path} />}
        {shown.map((one) => (
          <span className="block" key={one.path}>
            <FieldValue label={label} path={one.path} reading={one.reading} text={format(one.reading.value)} />
          </span>
        ))}
      </dd>
    </>
  );
}
