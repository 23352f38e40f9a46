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
} as const satisfies Record<string, readonly UserRole[]>;

export type Permission = keyof typeof permissions;

export function can(viewer: Pick<Viewer, "role">, permission: Permission): boolean {
  const roles: readonly UserRole[] = permissions[permission];
  return roles.includes(viewer.role);
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
