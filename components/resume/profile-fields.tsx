"use client";

import { useFormatter, useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { cn } from "@/components/ui/cn";
import type { Reading, ResumeProfile, TextSpan } from "@/lib/resume/profile";

type Marking = { marked: readonly TextSpan[]; onMark: (spans: readonly TextSpan[]) => void };
const MarkingContext = createContext<Marking>({ marked: [], onMark: () => undefined });
const lowConfidence = 0.7;

/** Everything that was read; choosing a value marks where it stands in the original. */
export function ProfileFields({ profile, ...marking }: Marking & { profile: ResumeProfile }) {
  const t = useTranslations("profile");
  const degrees = useTranslations("degrees");
  const format = useFormatter();
  const { name, gender, age, city, phones, emails, links, highestDegree, yearsOfWork, objective, summary } = profile;
  return (
    <MarkingContext.Provider value={marking}>
      <Group title={t("basics")}>
        <dl className="grid grid-cols-[88px_1fr] gap-x-3 gap-y-1.5">
          <Row label={t("name")} reading={name} />
          <Row label={t("phone")} readings={phones} />
          <Row label={t("email")} readings={emails} />
          <Row label={t("city")} reading={city} />
          <Row format={(value) => t(value)} label={t("gender")} reading={gender} />
          <Row format={(value) => format.number(value)} label={t("age")} reading={age} />
          <Row format={(value) => degrees(value)} label={t("degree")} reading={highestDegree} />
          <Row
            format={(value) =>
              t(yearsOfWork?.basis === "inferred" ? "years_inferred" : "years", { years: format.number(value) })
            }
            label={t("years_of_work")}
            reading={yearsOfWork}
          />
          <Row label={t("links")} optional readings={links} />
          <Row label={t("objective")} optional reading={objective} />
        </dl>
      </Group>
      {summary && (
        <Group title={t("summary")}>
          <Value reading={summary} text={summary.value} wrap />
        </Group>
      )}
      <Group count={profile.work.length} none={t("none_work")} title={t("work")}>
        {profile.work.map((entry) => (
          <Entry
            dates={[entry.start, entry.end]}
            description={entry.description}
            head={[entry.title, entry.company]}
            key={entry.span.start}
            note={entry.isInternship ? t("internship") : undefined}
            side={[entry.department, entry.location]}
          />
        ))}
      </Group>
      <Group count={profile.education.length} none={t("none_education")} title={t("education")}>
        {profile.education.map((entry) => (
          <Entry
            dates={[entry.start, entry.end]}
            description={entry.description}
            head={[entry.school]}
            key={entry.span.start}
            side={[entry.degree, entry.major]}
          />
        ))}
      </Group>
      <Group count={profile.projects.length} title={t("projects")}>
        {profile.projects.map((entry) => (
          <Entry
            dates={[entry.start, entry.end]}
            description={entry.description}
            head={[entry.name]}
            key={entry.span.start}
            side={[entry.role]}
          />
        ))}
      </Group>
      <Group count={profile.skills.length} none={t("none_skills")} title={t("skills")}>
        <div className="flex flex-wrap gap-1.5">
          {profile.skills.map(({ name: skill, canonical }) => (
            <span
              className="rounded-sm bg-sunken px-1.5 py-0.5"
              key={skill.spans[0]?.start ?? skill.value}
              title={canonical ?? undefined}
            >
              <Value reading={skill} text={skill.value} />
            </span>
          ))}
        </div>
      </Group>
      <Group count={profile.languages.length} title={t("languages")}>
        {profile.languages.map(({ name: language, level }) => (
          <p key={language.value}>
            <Value reading={language} text={language.value} />
            {level && (
              <span className="text-ink-soft">
                {" · "}
                <Value reading={level} text={level.value} />
              </span>
            )}
          </p>
        ))}
      </Group>
      <Group count={profile.certificates.length} title={t("certificates")}>
        {profile.certificates.map((certificate) => (
          <p key={certificate.spans[0]?.start}>
            <Value reading={certificate} text={certificate.value} />
          </p>
        ))}
      </Group>
    </MarkingContext.Provider>
  );
}

type GroupProps = { title: string; children: ReactNode; count?: number; none?: string };

/** A group without entries is left out, or says that the resume has none. */
function Group({ title, children, count, none }: GroupProps) {
  if (count === 0 && !none) return null;
  return (
    <section className="border-line border-b px-5 py-4 text-sm last:border-b-0">
      <h2 className="mb-2 font-semibold text-base">{title}</h2>
      {count === 0 ? <p className="text-ink-faint">{none}</p> : <div className="flex flex-col gap-3">{children}</div>}
    </section>
  );
}

type RowProps<T> = {
  label: string;
  reading?: Reading<T> | null;
  readings?: Reading<T>[];
  format?: (value: T) => string;
  /** Left out rather than shown as not stated. */
  optional?: boolean;
};

function Row<T extends string | number>({ label, reading, readings, format = String, optional = false }: RowProps<T>) {
  const t = useTranslations("profile");
  const shown = readings ?? (reading ? [reading] : []);
  if (shown.length === 0 && optional) return null;
  return (
    <>
      <dt className="text-ink-faint">{label}</dt>
      <dd className="min-w-0 break-words">
        {shown.length === 0 && <span className="text-ink-faint">{t("not_stated")}</span>}
        {shown.map((value) => (
          <span className="block" key={value.spans[0]?.start}>
            <Value reading={value} text={format(value.value)} />
          </span>
        ))}
      </dd>
    </>
  );
}

type EntryProps = {
  head: (Reading<string> | null)[];
  side: (Reading<string> | null)[];
  dates: [Reading<string> | null, Reading<string> | null];
  description: Reading<string> | null;
  note?: string;
};

function Entry({ head, side, dates, description, note }: EntryProps) {
  const t = useTranslations("profile");
  const [start, end] = dates;
  return (
    <article>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h3 className="font-medium">
          <Joined readings={head} />
          {note && <span className="ml-2 rounded-sm bg-sunken px-1 font-normal text-ink-soft text-xs">{note}</span>}
        </h3>
        <span className="tabular ml-auto whitespace-nowrap text-ink-faint">
          {start && <Value reading={start} text={showDate(start.value)} />}
          {end && " – "}
          {end && <Value reading={end} text={end.value === "present" ? t("present") : showDate(end.value)} />}
        </span>
      </div>
      <p className="text-ink-soft">
        <Joined readings={side} />
      </p>
      {description && (
        <details className="mt-1">
          <summary className="cursor-pointer text-ink-faint text-xs">{t("description")}</summary>
          <p className="mt-1 whitespace-pre-wrap text-ink-soft leading-relaxed">{description.value}</p>
        </details>
      )}
    </article>
  );
}

function Joined({ readings }: { readings: (Reading<string> | null)[] }) {
  const shown = readings.filter((reading) => reading !== null);
  return shown.map((reading, index) => (
    <span key={reading.spans[0]?.start}>
      {index > 0 && " · "}
      <Value reading={reading} text={reading.value} />
    </span>
  ));
}

function Value({ reading, text, wrap = false }: { reading: Reading<string | number>; text: string; wrap?: boolean }) {
  const t = useTranslations("profile");
  const { marked, onMark } = useContext(MarkingContext);
  const isMarked = marked === reading.spans;
  const isUnsure = reading.confidence < lowConfidence;
  return (
    <button
      aria-pressed={isMarked}
      className={cn(
        "max-w-full cursor-pointer rounded-xs text-left hover:bg-mark",
        wrap ? "whitespace-pre-wrap leading-relaxed" : "break-words",
        isMarked && "bg-mark",
        isUnsure && "underline decoration-partly decoration-dotted underline-offset-3",
      )}
      onClick={() => onMark(isMarked ? [] : reading.spans)}
      title={isUnsure ? t("unsure") : undefined}
      type="button"
    >
      {text}
    </button>
  );
}

/** `2019-07` → `2019.07`. */
function showDate(value: string) {
  return value.replaceAll("-", ".");
}
