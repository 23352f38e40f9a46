import { z } from "zod";
import { emailAddress } from "@/lib/auth/email";
import { userRole } from "@/lib/auth/viewer";

export const password = z.string().min(10).max(200);

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
});

export const setUpInput = createUserInput.omit({ role: true }).extend({ token: z.string().min(1).max(200) });

export const userView = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: userRole,
  isDisabled: z.boolean(),
  lastSignInAt: z.iso.datetime().nullable(),
});
export type UserView = z.infer<typeof userView>;

export const createTokenInput = z.object({ name: z.string().trim().min(1).max(100) });

export const tokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  prefix: z.string(),
  owner: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type TokenView = z.infer<typeof tokenView>;

export const createdUser = z.object({ id: z.uuid() });
export const createdToken = z.object({ id: z.uuid(), token: z.string() });
