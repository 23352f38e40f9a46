"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { showDate } from "@/components/resume/profile/entry";
import { cn } from "@/components/ui/cn";
import { Empty } from "@/components/ui/notices";
import type { ResumeProfile, TextSpan } from "@/lib/resume/profile";
import {
  makeTimeline,
  namedGapMonths,
  type TimelineEntry,
  type TimelineGap,
  type Timeline as TimelineView,
} from "@/lib/resume/timeline";

type TimelineProps = {
  profile: ResumeProfile;
  marked: readonly TextSpan[];
  onMark: (spans: readonly TextSpan[]) => void;
};

/** Work and education along time as a picture, and the same as a table. */
export default function Timeline({ profile, marked, onMark }: TimelineProps) {
  const t = useTranslations("timeline");
  const timeline = makeTimeline(profile);
  if (!timeline) return <Empty text={t("none_text")} title={t("none")} />;
  const named = timeline.gaps.filter(({ months }) => months > namedGapMonths);
  return (
    <div className="flex flex-col gap-4 px-5 py-4 text-sm">
      <Picture timeline={timeline} />
      {named.length > 0 && <p className="text-ink-soft">{t("gaps_note", { count: named.length })}</p>}
      <EntryTable marked={marked} onMark={onMark} timeline={timeline} />
    </div>
  );
}

const barHeight = 22;
const laneHeight = 26;
const titleHeight = 18;
const axisHeight = 20;
const gapHeight = 18;

function Picture({ timeline }: { timeline: TimelineView }) {
  const t = useTranslations("timeline");
  const id = useId();
  const { from, to, entries, gaps } = timeline;
  const at = (month: number) => `${((month - from) / (to - from)) * 100}%`;
  const wide = ({ from: start, to: end }: { from: number; to: number }) => `${((end - start) / (to - from)) * 100}%`;
  const isAtEnd = (year: number) => (year * 12 - from) / (to - from) > 0.9;
  const work = entries.filter(({ kind }) => kind !== "education");
  const education = entries.filter(({ kind }) => kind === "education");
  const lanesOf = (list: TimelineEntry[]) => Math.max(0, ...list.map(({ lane }) => lane + 1));
  const groups = [
    { key: "work" as const, list: work },
    { key: "education" as const, list: education },
  ].filter(({ list }) => list.length > 0);
  const tops = groups.map((_, index) =>
    groups.slice(0, index).reduce((top, { list }) => top + titleHeight + lanesOf(list) * laneHeight + 6, axisHeight),
  );
  const last = groups.at(-1);
  const bottom = (tops.at(-1) ?? axisHeight) + titleHeight + lanesOf(last?.list ?? []) * laneHeight;
  const named = gaps.filter(({ months }) => months > namedGapMonths);
  const height = bottom + (named.length > 0 ? gapHeight : 0);
  return (
    <svg aria-label={summary()} className="block w-full overflow-visible" height={height} role="img">
      <defs>
        <pattern height="6" id={`${id}-gap`} patternTransform="rotate(45)" patternUnits="userSpaceOnUse" width="6">
          <line className="stroke-line-strong" strokeWidth="2" x1="0" x2="0" y1="0" y2="6" />
        </pattern>
      </defs>
      {yearsOf(timeline).map((year) => (
        <g key={year}>
          <line className="stroke-line" x1={at(year * 12)} x2={at(year * 12)} y1={axisHeight - 4} y2={bottom} />
          <text
            className="tabular fill-ink-faint text-xs"
            dx={isAtEnd(year) ? -3 : 3}
            textAnchor={isAtEnd(year) ? "end" : "start"}
            x={at(year * 12)}
            y="11"
          >
            {year}
          </text>
        </g>
      ))}
      {gaps.map((gap) => (
        <rect
          data-gap={gap.months}
          fill={`url(#${id}-gap)`}
          height={bottom - axisHeight}
          key={gap.from}
          opacity="0.6"
          width={wide(gap)}
          x={at(gap.from)}
          y={axisHeight}
        />
      ))}
      {named.map((gap) => (
        <text
          className="fill-ink-soft text-xs"
          key={gap.from}
          textAnchor={gap.to >= to - 1 ? "end" : "middle"}
          x={gap.to >= to - 1 ? "100%" : at((gap.from + gap.to) / 2)}
          y={bottom + 13}
        >
          {t("gap", { months: gap.months })}
        </text>
      ))}
      {groups.map(({ key, list }, index) => (
        <g key={key}>
          <text className="fill-ink-faint text-xs" y={(tops[index] ?? 0) + 12}>
            {t(key)}
          </text>
          {list.map((entry) => (
            <svg
              height={barHeight}
              key={entry.path}
              width={wide(entry)}
              x={at(entry.from)}
              y={(tops[index] ?? 0) + titleHeight + entry.lane * laneHeight}
            >
              <title>{[entry.title, entry.place].filter(Boolean).join(" · ")}</title>
              <rect className={cn("stroke-1", looks[entry.kind])} height="100%" rx="3" width="100%" />
              <text className="fill-ink text-xs" x="6" y="15">
                {entry.title || entry.place}
              </text>
            </svg>
          ))}
        </g>
      ))}
    </svg>
  );

  function summary() {
    const values = { entries: entries.length, from: Math.floor(from / 12), gaps: named.length };
    return t("summary", values);
  }
}

const looks = {
  work: "fill-accent-soft stroke-accent",
  internship: "fill-surface stroke-accent [stroke-dasharray:3_2]",
  education: "fill-sunken stroke-line-strong",
};

/** Every year, or every second, fifth … where they would stand on each other. */
function yearsOf({ from, to }: TimelineView): number[] {
  const first = Math.ceil(from / 12);
  const last = Math.floor((to - 1) / 12);
  const step = [1, 2, 5, 10].find((years) => (last - first) / years <= 8) ?? 20;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => year % step === 0);
}

function EntryTable({ timeline, marked, onMark }: Omit<TimelineProps, "profile"> & { timeline: TimelineView }) {
  const t = useTranslations("timeline");
  const rows = [...timeline.entries, ...timeline.gaps].toSorted((a, b) => b.from - a.from);
  return (
    <table className="plain-table">
      <caption className="sr-only">{t("table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("period")}</th>
          <th scope="col">{t("what")}</th>
          <th className="number" scope="col">
            {t("length")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          "path" in row ? (
            <EntryRow entry={row} key={row.path} marked={marked} onMark={onMark} />
          ) : (
            <GapRow gap={row} key={`gap ${row.from}`} />
          ),
        )}
        {timeline.undated.map(({ path, title, place }) => (
          <tr key={path}>
            <td className="text-ink-faint">{t("undated")}</td>
            <td colSpan={2}>{[title, place].filter(Boolean).join(" · ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type EntryRowProps = Omit<TimelineProps, "profile"> & { entry: TimelineEntry };

function EntryRow({ entry, marked, onMark }: EntryRowProps) {
  const t = useTranslations("timeline");
  const profile = useTranslations("profile");
  const { start, end, title, place, kind, spans } = entry;
  const isMarked = spans.length > 0 && marked === spans;
  return (
    <tr>
      <td className="tabular whitespace-nowrap text-ink-soft">
        {showDate(start)} – {end === null ? t("unknown_end") : end === "present" ? profile("present") : showDate(end)}
      </td>
      <td className="py-1.5">
        <button
          aria-pressed={isMarked}
          className={cn("cursor-pointer rounded-xs text-left hover:bg-mark", isMarked && "bg-mark")}
          onClick={() => onMark(isMarked ? [] : spans)}
          type="button"
        >
          {[title, place].filter(Boolean).join(" · ")}
        </button>
        {kind === "internship" && <span className="ml-2 text-ink-faint text-xs">{profile("internship")}</span>}
      </td>
      <td className="number whitespace-nowrap text-ink-soft">
        {end !== null && <Length months={entry.to - entry.from} />}
      </td>
    </tr>
  );
}

function GapRow({ gap: { from, to, months } }: { gap: TimelineGap }) {
  const t = useTranslations("timeline");
  return (
    <tr className="text-ink-faint">
      <td className="tabular whitespace-nowrap">
        {nameOf(from)} – {nameOf(to - 1)}
      </td>
      <td>{t("between")}</td>
      <td className="number whitespace-nowrap">
        <Length months={months} />
      </td>
    </tr>
  );
}

function Length({ months }: { months: number }) {
  const t = useTranslations("timeline");
  const format = useFormatter();
  if (months < 12) return t("months", { months });
  return t("years", { years: format.number(months / 12, { maximumFractionDigits: 1 }) });
}

function nameOf(month: number) {
  return `${Math.floor(month / 12)}.${String((month % 12) + 1).padStart(2, "0")}`;
}
