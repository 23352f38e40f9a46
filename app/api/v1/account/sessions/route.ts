import { route } from "@/lib/api/route";
import { endedSessions } from "@/lib/auth/schema";
import { revokeSessions } from "@/lib/auth/sessions";

/** Ends all sessions of the viewer but this one. */
export const DELETE = route({ permission: "account:own", answer: endedSessions }, async ({ viewer }) =>
  Response.json(await revokeSessions({ sessionId: null, viewer })),
);
