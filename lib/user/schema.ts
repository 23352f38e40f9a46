import { z } from "zod";
import { emailAddress } from "@/lib/auth/email";
import { tokenScopes } from "@/lib/auth/permissions";
import { longestPassword, shortestPassword } from "@/lib/auth/schema";
import { userRole } from "@/lib/auth/viewer";

/** What else it must be, `assertGoodPassword` says. */
export const password = z
  .string()
  .min(shortestPassword)
  .max(longestPassword * 2);

export const createUserInput = z.object({
  email: emailAddress,
  name: z.string().trim().min(1).max(100),
  role: userRole,
  password,
});
export type CreateUserInput = z.infer<typeof createUserInput>;

export const updateUserInput = z.object({
  name: z.string().trim().min(1).max(100).optional(),
  role: userRole.optional(),
  isDisabled: z.boolean().optional(),
  /** For who lost theirs: takes it off. */
  resetsSecondFactor: z.literal(true).optional(),
});

export const setUpInput = createUserInput.omit({ role: true }).extend({ token: z.string().min(1).max(200) });

export const userView = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: userRole,
  isDisabled: z.boolean(),
  hasSecondFactor: z.boolean(),
  lastSignInAt: z.iso.datetime().nullable(),
});
export type UserView = z.infer<typeof userView>;

export const createTokenInput = z.object({
  name: z.string().trim().min(1).max(100),
  /** What it may be used for; none means whatever the account may do. */
  scopes: z.array(z.enum(tokenScopes)).max(50).default([]),
  /** After so many days it opens nothing any more; null for never. */
  days: z.int().min(1).max(730).nullable().default(null),
});

export const tokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  prefix: z.string(),
  owner: z.string(),
  scopes: z.string().array(),
  expiresAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type TokenView = z.infer<typeof tokenView>;

export const createdUser = z.object({ id: z.uuid() });
export const createdToken = z.object({ id: z.uuid(), token: z.string() });

export const createInvitationInput = createUserInput.omit({ password: true });
export type CreateInvitationInput = z.infer<typeof createInvitationInput>;

export const createdInvitation = z.object({ id: z.uuid(), path: z.string(), expiresAt: z.iso.datetime() });

export const invitationView = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: userRole,
  expiresAt: z.iso.datetime(),
});
export type InvitationView = z.infer<typeof invitationView>;

export const acceptInvitationInput = z.object({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(100),
  password,
});
export type AcceptInvitationInput = z.infer<typeof acceptInvitationInput>;

export const acceptedInvitation = z.object({ email: z.string() });
