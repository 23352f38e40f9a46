import { z } from "zod";
import { userRole } from "@/lib/auth/viewer";

export const longestPassword = 256;
export const shortestPassword = 8;

export const sessionView = z.object({
  id: z.uuid(),
  ip: z.string(),
  userAgent: z.string(),
  isCurrent: z.boolean(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
});
export type SessionView = z.infer<typeof sessionView>;

export const accountView = z.object({
  name: z.string(),
  email: z.string(),
  role: userRole,
  secondFactor: z.object({ isEnabled: z.boolean(), isRequired: z.boolean(), recoveryCodesLeft: z.int() }),
  sessions: sessionView.array(),
});
export type AccountView = z.infer<typeof accountView>;

const ownPassword = z.string().min(1).max(1000);

export const changePasswordInput = z.object({ password: ownPassword, newPassword: z.string().max(1000) });
export const passwordInput = z.object({ password: ownPassword });
export const secondFactorCode = z.object({ code: z.string().min(1).max(40) });

/** The secret, to type where no picture can be taken, and the picture. Shown while it is being set up only. */
export const secondFactorSetUp = z.object({ secret: z.string(), svg: z.string() });
export const recoveryCodes = z.object({ codes: z.string().array() });
export const endedSessions = z.object({ ended: z.int() });
