import { z } from "zod";
import { userRoles } from "@/lib/auth/roles";

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
