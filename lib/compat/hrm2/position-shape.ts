import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Requirement } from "@/lib/position/requirement";
import type { PositionDetail, SavePositionInput } from "@/lib/position/schema";
import { readYears } from "@/lib/screening/engine/read-numbers";
import { Hrm2Error } from "./answer";

const words = z.array(z.string().trim().max(500)).transform((list) => [...new Set(list.filter(Boolean))]);
const yuan = z.int().min(0).max(10_000_000);
const salary = z.union([z.array(yuan).max(0), z.tuple([yuan]), z.tuple([yuan, yuan]).rest(z.unknown())]);
const project = z.object({
  min_projects: z.int().min(0).max(100).default(0),
  team_lead_experience: z.boolean().default(false),
});

const fields = {
  position: z.string().trim().max(255),
  department: z.string().trim().max(255),
  description: z.string().max(20_000),
  required_skills: words,
  optional_skills: words,
  min_experience: z.int().min(0).max(50),
  education: words,
  certifications: words,
  salary_range: salary,
  project_requirements: project,
};

const criteria = z.object(fields);
export type Criteria = z.infer<typeof criteria>;

/** The fields of a position that a client may set; others are passed over. */
export const someCriteria = criteria.partial();

/** What a client sends as a screening's position: anything, of which the known fields count. */
export const submittedPosition = z
  .looseObject({
    ...nullish(fields),
    ...{ id: z.unknown().optional(), position: z.unknown().optional() },
  })
  .refine((sent) => Object.keys(sent).length > 0);

function nullish<Shape extends Record<string, z.ZodType>>(shape: Shape) {
  return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, field.nullish()])) as {
    [Name in keyof Shape]: z.ZodOptional<z.ZodNullable<Shape[Name]>>;
  };
}

const noProjects = { min_projects: 0, team_lead_experience: false };

/** What the reference fills in where a client says nothing. */
export const unset: Omit<Criteria, "position"> = {
  ...{ department: "", description: "", required_skills: [], optional_skills: [], min_experience: 0, education: [] },
  ...{ certifications: [], salary_range: [0, 0], project_requirements: noProjects },
};

type Wanted = Pick<Requirement, "kind" | "text" | "necessity"> & { weight?: number };

/** A field of HRM2 that stands for requirements of ours. */
type Part<Value> = {
  owns(requirement: Requirement): boolean;
  read(requirements: Requirement[]): Value;
  write(value: Value): Wanted[];
};

const texts: Pick<Part<string[]>, "read"> = { read: (requirements) => requirements.map(({ text }) => text) };

const requiredSkills: Part<string[]> = {
  ...texts,
  owns: ({ kind, necessity }) => kind === "skill" && necessity !== "nice",
  write: (skills) => skills.map((text) => ({ kind: "skill", text, necessity: "must" })),
};

const optionalSkills: Part<string[]> = {
  ...texts,
  owns: ({ kind, necessity }) => kind === "skill" && necessity === "nice",
  write: (skills) => skills.map((text) => ({ kind: "skill", text, necessity: "nice", weight: 2 })),
};

const experience: Part<number> = {
  owns: ({ kind, text }) => kind === "experience" && readYears(text) !== null,
  read: (requirements) => Math.floor(Math.max(0, ...requirements.map(({ text }) => readYears(text) ?? 0))),
  write: (years) => (years > 0 ? [{ kind: "experience", text: `${years} 年以上工作经验`, necessity: "must" }] : []),
};

const education: Part<string[]> = {
  owns: ({ kind }) => kind === "education",
  read: (requirements) => requirements.flatMap(({ text }) => text.replace(/^学历：/, "").split("、")),
  write: (levels) =>
    levels.length > 0 ? [{ kind: "education", text: `学历：${levels.join("、")}`, necessity: "must" }] : [],
};

const certifications: Part<string[]> = {
  ...texts,
  owns: ({ kind }) => kind === "certificate",
  write: (names) => names.map((text) => ({ kind: "certificate", text, necessity: "must" })),
};

const projects: Part<z.infer<typeof project>> = {
  owns: ({ kind, text }) => kind === "leadership" || (kind === "project" && projectCount(text) !== null),
  read: (requirements) => ({
    min_projects: Math.max(0, ...requirements.map(({ text }) => projectCount(text) ?? 0)),
    team_lead_experience: requirements.some(({ kind }) => kind === "leadership"),
  }),
  write: ({ min_projects: count, team_lead_experience: isLead }) => [
    ...(count > 0 ? [{ kind: "project", text: `至少 ${count} 个项目`, necessity: "must" } as const] : []),
    ...(isLead ? [{ kind: "leadership", text: "有团队管理经验", necessity: "must" } as const] : []),
  ],
};

function projectCount(text: string): number | null {
  const count = /(\d{1,3})\s*(?:个|\+)?[^\d]{0,12}(?:项目|projects?)/i.exec(text)?.[1];
  return count === undefined ? null : Number(count);
}

/**
 * The position as ours. What a field leaves as it was stays as somebody worded it; a text that stood there before keeps
 * its key, weight and note; requirements that HRM2 has no field for stay.
 */
export function toContent(given: Criteria, earlier?: PositionDetail): SavePositionInput {
  const [salaryMin = 0, salaryMax = 0] = given.salary_range as number[];
  if (salaryMax > 0 && salaryMin > salaryMax) throw new Hrm2Error(400, "薪资下限不能高于上限。");
  const hasSalary = salaryMin > 0 || salaryMax > 0;
  const before = earlier?.requirements ?? [];
  const known = new Map(before.map((requirement) => [identity(requirement), requirement]));
  const keep = (wanted: Wanted): Requirement => {
    const { key = randomUUID(), weight = wanted.weight ?? 3, note = "", necessity } = known.get(identity(wanted)) ?? {};
    const isGate = necessity === "gate" && wanted.necessity === "must";
    return { ...wanted, key, weight, note, necessity: isGate ? "gate" : wanted.necessity };
  };
  const written = <Value>({ owns, read, write }: Part<Value>, value: Value): Requirement[] => {
    const own = before.filter(owns);
    return isDeepStrictEqual(read(own), value) ? own : write(value).map(keep);
  };
  const optional = given.optional_skills.filter((text) => !given.required_skills.includes(text));
  const asked = [
    ...written(requiredSkills, given.required_skills),
    ...written(optionalSkills, optional),
    ...written(experience, given.min_experience),
    ...written(education, given.education),
    ...written(certifications, given.certifications),
    ...written(projects, given.project_requirements),
  ];
  return {
    title: given.position,
    department: given.department,
    city: earlier?.city ?? "",
    description: given.description,
    salaryMin: hasSalary ? salaryMin : null,
    salaryMax: hasSalary && salaryMax > 0 ? salaryMax : null,
    requirements: [...asked, ...before.filter((requirement) => !parts.some(({ owns }) => owns(requirement)))],
  };
}

const parts = [requiredSkills, optionalSkills, experience, education, certifications, projects];

function identity({ kind, text }: Wanted) {
  return JSON.stringify([kind, text]);
}

type Content = Pick<
  PositionDetail,
  "title" | "department" | "description" | "salaryMin" | "salaryMax" | "requirements"
>;

/** HRM2's view of a position, by whomever it was written. */
export function toCriteria({ requirements, ...content }: Content): Criteria & { salary_range: [number, number] } {
  const read = <Value>(part: Part<Value>) => part.read(requirements.filter(part.owns));
  return {
    position: content.title,
    department: content.department,
    description: content.description,
    required_skills: read(requiredSkills),
    optional_skills: read(optionalSkills),
    min_experience: read(experience),
    education: read(education),
    certifications: read(certifications),
    salary_range: [content.salaryMin ?? 0, content.salaryMax ?? 0],
    project_requirements: read(projects),
  };
}

/** Whether saving would change nothing. */
export function isSameContent(content: SavePositionInput, { requirements, ...earlier }: PositionDetail): boolean {
  const sorted = (some: Requirement[]) => some.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const { requirements: asked, ...fields } = content;
  return (
    isDeepStrictEqual(sorted(asked), sorted(requirements)) &&
    Object.entries(fields).every(([name, value]) => earlier[name as keyof typeof fields] === value)
  );
}

export function toSubmitted(sent: z.output<typeof submittedPosition>): Criteria & { id: string | null } {
  const { position, id, ...others } = sent;
  const title = typeof position === "string" ? position.trim() : "";
  const known = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== null));
  return {
    ...{ ...unset, ...someCriteria.parse(known), position: title || "未知职位" },
    id: z.uuid().safeParse(id).data ?? null,
  };
}
