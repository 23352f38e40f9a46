import type { ReactNode } from "react";
import type { ResumeListItem } from "@/lib/resume/schema";
import { Highlight } from "./highlight";

/** What a cell needs besides its row. */
export type CellTools = {
  query: string;
  degree: (level: string) => string;
  stage: (stage: string) => string;
  source: (source: string) => string;
  number: (value: number) => string;
  date: (value: string) => string;
};

export type LibraryColumn = {
  key: string;
  width: string;
  /** Classes of the cell besides its padding. */
  look?: string;
  show: (row: ResumeListItem, tools: CellTools) => ReactNode;
};

/** The columns behind the name, in their order. All but the last ones are shown until somebody chooses. */
export const libraryColumns: readonly LibraryColumn[] = [
  {
    key: "now",
    width: "minmax(150px,1.6fr)",
    show: ({ currentTitle, currentCompany }, { query }) => (
      <Highlight query={query} text={[currentTitle, currentCompany].filter(Boolean).join(" · ")} />
    ),
  },
  {
    key: "education",
    width: "minmax(130px,1.3fr)",
    look: "text-ink-soft",
    show: ({ highestDegree, school, schoolTier }, { query, degree }) => (
      <>
        <Highlight query={query} text={[highestDegree && degree(highestDegree), school].filter(Boolean).join(" · ")} />
        {schoolTier && <span className="ml-1.5 text-ink-faint text-xs">{schoolTier}</span>}
      </>
    ),
  },
  {
    key: "years",
    width: "56px",
    look: "tabular text-right",
    show: ({ yearsOfWork }, { number }) => (yearsOfWork === null ? "" : number(yearsOfWork)),
  },
  {
    key: "city",
    width: "84px",
    show: ({ city }, { query }) => <Highlight query={query} text={city ?? ""} />,
  },
  {
    key: "skills",
    width: "minmax(140px,1.7fr)",
    look: "text-ink-soft",
    show: ({ skills, snippet }, { query }) => <Highlight query={query} text={snippet ?? topSkills(skills, query)} />,
  },
  {
    key: "positions",
    width: "minmax(110px,1fr)",
    look: "text-ink-soft",
    show: ({ positions }, { stage }) => positions.map(({ title, stage: at }) => `${title} · ${stage(at)}`).join(", "),
  },
  {
    key: "tags",
    width: "minmax(80px,0.7fr)",
    look: "text-ink-soft",
    show: ({ tags }, { query }) => <Highlight query={query} text={tags.join(" · ")} />,
  },
  { key: "source", width: "84px", look: "text-ink-soft", show: ({ source }, tools) => tools.source(source) },
  {
    key: "added",
    width: "84px",
    look: "tabular text-ink-faint",
    show: ({ receivedAt }, { date }) => date(receivedAt),
  },
];

export const firstColumns: readonly string[] = ["now", "education", "years", "city", "skills", "positions", "added"];

/** Those that the query names come first. */
function topSkills(skills: string[], query: string): string {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isHit = (skill: string) => words.some((word) => skill.toLowerCase().includes(word));
  return [...skills.filter(isHit), ...skills.filter((skill) => !isHit(skill))].slice(0, 8).join(" · ");
}
