import { route } from "@/lib/api/route";
import { passwordInput, recoveryCodes } from "@/lib/auth/schema";
import { renewRecoveryCodes } from "@/lib/auth/second-factor";

/** New recovery codes; those before open nothing any more. */
export const POST = route(
  { permission: "account:own", body: passwordInput, answer: recoveryCodes },
  async ({ body, viewer }) => Response.json({ codes: await renewRecoveryCodes({ ...body, viewer }) }),
);
