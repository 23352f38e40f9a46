"use client";

import { useTranslations } from "next-intl";
import { FieldValue } from "@/components/resume/profile/field-value";
import type { Reading } from "@/lib/resume/profile";

type Text = Reading<string> | null;

export type EntryProps = {
  /** Of the entry: `work.0`. */
  path: string;
  /** By their names in the entry. */
  head: Record<string, Text>;
  side: Record<string, Text>;
  /** Short facts with a label before each. */
  facts?: Record<string, Text>;
  /** Long texts, folded. */
  long: Record<string, Text>;
  start: Text;
  end: Text;
  note?: string;
};

export function Entry({ path, head, side, facts = {}, long, start, end, note }: EntryProps) {
  const t = useTranslations("profile");
  const shownFacts = found(facts);
  const hasSide = found(side).length > 0;
  return (
    <article>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h3 className="min-w-0 font-medium">
          <Joined path={path} readings={head} />
          {note && <span className="ml-2 rounded-sm bg-sunken px-1 font-normal text-ink-soft text-xs">{note}</span>}
        </h3>
        <span className="tabular ml-auto whitespace-nowrap text-ink-faint">
          {start && (
            <FieldValue label={t("start")} path={`${path}.start`} reading={start} text={showDate(start.value)} />
          )}
          {end && " – "}
          {end && (
            <FieldValue
              label={t("end")}
              path={`${path}.end`}
              reading={end}
              text={end.value === "present" ? t("present") : showDate(end.value)}
            />
          )}
        </span>
      </div>
      {hasSide && (
        <p className="text-ink-soft">
          <Joined path={path} readings={side} />
        </p>
      )}
      {shownFacts.length > 0 && (
        <dl className="mt-0.5 flex flex-wrap gap-x-4 gap-y-0.5 text-xs">
          {shownFacts.map(([key, reading]) => (
            <div className="flex min-w-0 gap-1.5" key={key}>
              <dt className="shrink-0 text-ink-faint">{t(`field_${key}` as "field_gpa")}</dt>
              <dd className="min-w-0 text-ink-soft">
                <FieldValue
                  label={t(`field_${key}` as "field_gpa")}
                  path={`${path}.${key}`}
                  reading={reading}
                  text={reading.value}
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {found(long).map(([key, reading]) => (
        <details className="mt-1" key={key}>
          <summary className="cursor-pointer text-ink-faint text-xs">{t(`field_${key}` as "field_gpa")}</summary>
          <p className="mt-1 text-ink-soft">
            <FieldValue
              label={t(`field_${key}` as "field_gpa")}
              path={`${path}.${key}`}
              reading={reading}
              text={reading.value}
              wrap
            />
          </p>
        </details>
      ))}
    </article>
  );
}

function Joined({ path, readings }: { path: string; readings: Record<string, Text> }) {
  const t = useTranslations("profile");
  return found(readings).map(([key, reading], index) => (
    <span key={key}>
      {index > 0 && " · "}
      <FieldValue
        label={t(`field_${key}` as "field_gpa")}
        path={`${path}.${key}`}
        reading={reading}
        text={reading.value}
      />
    </span>
  ));
}

function found(readings: Record<string, Text>): [string, Reading<string>][] {
  return Object.entries(readings).flatMap(([key, reading]) => (reading ? [[key, reading]] : []));
}

/** `2019-07` → `2019.07`. */
export function showDate(value: string) {
  return value.replaceAll("-", ".");
}
