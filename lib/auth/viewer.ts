import { z } from "zod";
import type { ActorKind } from "@/lib/audit/kinds";
import { userRoles } from "@/lib/auth/roles";

export const userRole = z.enum(userRoles);
export type UserRole = z.infer<typeof userRole>;

/** How a viewer came: for the audit log. */
export type ViewerOrigin = { via: ActorKind; ip: string | null; requestId: string | null };

/** Who looks or acts; every verb that reads or changes something takes one. */
export type Viewer = {
  userId: string;
  organisationId: string;
  role: UserRole;
  name: string;
  email: string;
  /** Of an API token that may do less than the account: `tokenScopes`. */
  scopes?: readonly string[];
  /** Has to set up a second factor before anything else. */
  needsSecondFactor?: true;
  /** Of a browser: what its cookie names. */
  sessionId?: string;
  origin?: ViewerOrigin;
  /** False where no position of the organisation is blind, as who they are was found out; absent where nobody looked. */
  hasBlindPositions?: boolean;
};
