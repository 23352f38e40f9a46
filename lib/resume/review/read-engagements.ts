import type { ResumeDocument } from "@/lib/resume/document";
import type { ResumeProfile, TextSpan } from "@/lib/resume/profile";
import { type Statement, splitStatements } from "./statements";
import { readPart } from "./wording";

/** A job, internship or project and what is told of it. */
export type Engagement = {
  kind: "work" | "project";
  /** Employer or name, as written; null where none was made out. */
  name: { text: string; span: TextSpan } | null;
  hasRole: boolean;
  isDated: boolean;
  statements: Statement[];
};

type Resume = { document: Pick<ResumeDocument, "text">; profile: ResumeProfile };

/**
 * Jobs and projects with their statements. What is said twice counts once, so that repeating it gains nothing. A
 * section in which no entry was made out is one engagement without a name.
 */
export function readEngagements({ document: { text }, profile }: Resume): Engagement[] {
  const seen = new Set<string>();
  const tell = (spans: TextSpan[]) =>
    spans
      .flatMap((span) => splitStatements(text, span))
      .filter((statement) => isNew(seen, statement.text) && !isSensitive(profile, statement));
  /** An entry that was not taken apart: its sentences that say what was done. */
  const tellEntry = (span: TextSpan) => tell([span]).filter(({ text: said }) => readPart(said) !== null);
  const entries = [
    ...profile.work.map((job) => ({
      ...{ kind: "work" as const, named: job.company, hasRole: job.title !== null, isDated: job.start !== null },
      span: job.span,
      told: [job.description, job.achievements],
    })),
    ...profile.projects.map((project) => ({
      ...{ kind: "project" as const, named: project.name, hasRole: project.role !== null },
      ...{ isDated: project.start !== null, span: project.span },
      ...{ told: [project.description, project.responsibilities] },
    })),
  ];
  const found = entries.map(({ named, told, span, ...entry }) => ({
    ...entry,
    name: named?.spans[0] ? { text: named.value, span: named.spans[0] } : null,
    statements: told.some((one) => one) ? tell(told.flatMap((one) => one?.spans.slice(0, 1) ?? [])) : tellEntry(span),
  }));
  return [
    ...found,
    ...unreadSections(profile, found).map((section) => ({ ...section, statements: tell([section.span]) })),
  ]
    .map(({ kind, name, hasRole, isDated, statements }) => ({ kind, name, hasRole, isDated, statements }))
    .filter(({ name, statements }) => name !== null || statements.length > 0);
}

function unreadSections({ sections }: ResumeProfile, found: { kind: Engagement["kind"] }[]) {
  const kinds = { work: "work", internship: "work", projects: "project" } as const;
  return sections.flatMap(({ kind, heading, span }) => {
    if (kind !== "work" && kind !== "internship" && kind !== "projects") return [];
    if (found.some((one) => one.kind === kinds[kind])) return [];
    const inner = { start: heading ? Math.max(heading.end, span.start) : span.start, end: span.end };
    return [{ kind: kinds[kind], name: null, hasRole: false, isDated: false, span: inner }];
  });
}

function isNew(seen: Set<string>, text: string): boolean {
  const key = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function isSensitive({ sensitivePlaces }: ResumeProfile, { start, end }: Statement): boolean {
  return sensitivePlaces.some((place) => place.start < end && start < place.end);
}
