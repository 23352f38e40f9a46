import type { UserRole, Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";

/**
 * What each role may do at all. Which rows is another question: `visibleTo…` below answers it in the `where`
 * of every query.
 */
const permissions = {
  "resume:read": ["admin", "recruiter", "hiring_manager", "interviewer"],
  "resume:import": ["admin", "recruiter"],
  "resume:read_sensitive": ["admin", "recruiter"],
  "resume:write": ["admin", "recruiter"],
  "resume:delete": ["admin", "recruiter"],
  "resume:export": ["admin", "recruiter"],
  "position:read": ["admin", "recruiter", "hiring_manager", "interviewer"],
  "position:write": ["admin", "recruiter"],
  "screening:read": ["admin", "recruiter", "hiring_manager"],
  "screening:start": ["admin", "recruiter"],
  "application:assign": ["admin", "recruiter"],
  "candidate:open": ["admin", "recruiter"],
  "application:decide": ["admin", "recruiter", "hiring_manager"],
  "offer:write": ["admin", "recruiter"],
  "message:write": ["admin", "recruiter"],
  "interview:read": ["admin", "recruiter", "hiring_manager", "interviewer"],
  "interview:hold": ["admin", "recruiter", "hiring_manager", "interviewer"],
  "interview:delete": ["admin", "recruiter"],
  "video:read": ["admin", "recruiter", "hiring_manager", "interviewer"],
  "video:write": ["admin", "recruiter"],
  "settings:read": ["admin"],
  "settings:write": ["admin"],
  "token:manage": ["admin", "recruiter"],
  "audit:read": ["admin"],
  "privacy:read": ["admin", "recruiter"],
  "privacy:write": ["admin", "recruiter"],
  "person:export": ["admin"],
  "person:erase": ["admin"],
  "account:own": ["admin", "recruiter", "hiring_manager", "interviewer"],
} as const satisfies Record<string, readonly UserRole[]>;

export type Permission = keyof typeof permissions;

/** What the role may do and, of a token with scopes, what those allow. */
export function can(viewer: Pick<Viewer, "role" | "scopes" | "needsSecondFactor">, permission: Permission): boolean {
  const roles: readonly UserRole[] = permissions[permission];
  if (!roles.includes(viewer.role)) return false;
  if (viewer.needsSecondFactor) return permission === "account:own";
  return !viewer.scopes || viewer.scopes.some((scope) => scopeAllows(scope, permission));
}

/** `read` for whatever only reads, or a permission's own name. */
export const tokenScopes = ["read", ...(Object.keys(permissions) as Permission[])] as const;
export type TokenScope = (typeof tokenScopes)[number];

function scopeAllows(scope: string, permission: Permission) {
  return scope === permission || (scope === "read" && permission.endsWith(":read"));
}

export function assertCan(viewer: Viewer, permission: Permission) {
  if (!can(viewer, permission)) throw new AppError("forbidden", "forbidden");
}

/** Hiring managers and interviewers see the positions they are members of. */
export function visiblePositions(viewer: Viewer) {
  return seesEverything(viewer) ? {} : { members: { some: { userId: viewer.userId } } };
}

/** Nobody sees what is about to be deleted. */
const notDeleted = { deleteAt: null };

export function visibleApplications(viewer: Viewer) {
  return { resume: notDeleted, ...(seesEverything(viewer) ? {} : { position: visiblePositions(viewer) }) };
}

export function visibleInterviews(viewer: Viewer) {
  return { application: visibleApplications(viewer) };
}

/** One that belongs to no resume is seen by who sees everything. */
export function visibleVideos(viewer: Viewer) {
  return seesEverything(viewer)
    ? { OR: [{ resumeId: null }, { resume: notDeleted }] }
    : { resume: visibleResumes(viewer) };
}

export function visibleResumes(viewer: Viewer) {
  return {
    ...notDeleted,
    ...(seesEverything(viewer) ? {} : { applications: { some: { position: visiblePositions(viewer) } } }),
  };
}

export function seesEverything(viewer: Viewer) {
  return viewer.role === "admin" || viewer.role === "recruiter";
}
