import { z } from "zod";

export const userRoles = ["admin", "recruiter", "hiring_manager", "interviewer"] as const;
export const userRole = z.enum(userRoles);
export type UserRole = z.infer<typeof userRole>;

/** Who looks or acts; every verb that reads or changes something takes one. */
export type Viewer = {
  userId: string;
  organisationId: string;
  role: UserRole;
  name: string;
  email: string;
};
