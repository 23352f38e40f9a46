"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { ListStates } from "@/components/ui/list-states";
import { type ComparedKey, compareProfiles, has } from "@/lib/resume/compare-profiles";
import { resumeQuery } from "@/lib/resume/queries";
import type { ResumeDetail } from "@/lib/resume/schema";

type ProfileComparisonProps = {
  resumeId: string;
  otherId: string;
  /** Fields in which both are the same are only counted. */
  changesOnly?: boolean;
};

/** Two resumes field by field, what only one of them says set off. */
export function ProfileComparison({ resumeId, otherId, changesOnly = false }: ProfileComparisonProps) {
  const one = useQuery(resumeQuery(resumeId));
  const other = useQuery(resumeQuery(otherId));
  return (
    <ListStates empty={() => null} query={other}>
      {(resume) => one.data && <Comparison changesOnly={changesOnly} one={one.data} other={resume} />}
    </ListStates>
  );
}

type ComparisonProps = { one: ResumeDetail; other: ResumeDetail; changesOnly: boolean };

function Comparison({ one, other, changesOnly }: ComparisonProps) {
  const t = useTranslations("comparison");
  const profile = useTranslations("profile");
  if (!one.profile || !other.profile) return <p className="px-4 py-3 text-ink-faint text-sm">{t("unread")}</p>;
  const rows = compareProfiles(one.profile, other.profile);
  const shown = changesOnly ? rows.filter(({ isSame }) => !isSame) : rows;
  const same = rows.length - shown.length;
  return (
    <>
      {shown.length > 0 && (
        <table className="w-full table-fixed text-left text-sm">
          <thead className="text-ink-faint text-xs">
            <tr className="border-line border-b align-top">
              <th className="w-22 py-2 pl-4 font-normal max-sm:w-16" scope="col">
                {t("field")}
              </th>
              <Head resume={one} title={t("this")} />
              <Head resume={other} title={t("other")} />
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, one: mine, other: theirs, isSame }) => (
              <tr className="border-line border-b align-top last:border-b-0" key={key}>
                <th className="break-words py-1.5 pl-4 font-normal text-ink-faint" scope="row">
                  {profile(key)}
                </th>
                <Cell field={key} isSame={isSame} lines={mine} others={theirs} />
                <Cell field={key} isSame={isSame} lines={theirs} others={mine} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changesOnly && (
        <p className="px-4 py-2 text-ink-faint text-xs">
          {shown.length === 0 ? t("no_difference") : t("same_fields", { count: same })}
        </p>
      )}
    </>
  );
}

function Head({ title, resume: { fileName, receivedAt } }: { title: string; resume: ResumeDetail }) {
  const format = useFormatter();
  return (
    <th className="px-2 py-2 font-normal" scope="col">
      <span className="block font-medium text-ink text-sm">{title}</span>
      <span className="block break-all">
        {fileName} · {format.dateTime(new Date(receivedAt), { dateStyle: "medium" })}
      </span>
    </th>
  );
}

type CellProps = { field: ComparedKey; lines: string[]; others: string[]; isSame: boolean };

function Cell({ field, lines, others, isSame }: CellProps) {
  const t = useTranslations("comparison");
  const profile = useTranslations("profile");
  const degrees = useTranslations("degrees");
  const show = (line: string) => {
    if (field === "degree" && degrees.has(line as "master")) return degrees(line as "master");
    if (field === "years_of_work") return profile("years", { years: line });
    return line.replace(/–present$/, `–${profile("present")}`);
  };
  const isList = field === "skills";
  return (
    <td className="px-2 py-1.5">
      {lines.length === 0 && <span className="text-ink-faint">{t("absent")}</span>}
      <ul className={isList ? "flex flex-wrap gap-1" : undefined}>
        {lines.map((line) => {
          const isOwn = !isSame && !has(others, line);
          return (
            <li className={cn("break-words rounded-xs", isOwn ? "bg-mark px-1" : isList && "px-1")} key={line}>
              {show(line)}
              {isOwn && <span className="sr-only"> ({t("only_here")})</span>}
            </li>
          );
        })}
      </ul>
    </td>
  );
}
