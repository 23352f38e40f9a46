import { route } from "@/lib/api/route";
import { passwordInput, recoveryCodes, secondFactorCode, secondFactorSetUp } from "@/lib/auth/schema";
import { beginSecondFactor, disableSecondFactor, enableSecondFactor } from "@/lib/auth/second-factor";

/** A new secret, which counts once a code of it was sent with PUT. */
export const POST = route({ permission: "account:own", answer: secondFactorSetUp }, async ({ viewer }) =>
  Response.json(await beginSecondFactor({ viewer }), { status: 201 }),
);

/** Turns the second factor on. The answer holds the recovery codes, this once. */
export const PUT = route(
  { permission: "account:own", body: secondFactorCode, answer: recoveryCodes },
  async ({ body, viewer }) => Response.json({ codes: await enableSecondFactor({ ...body, viewer }) }),
);

export const DELETE = route({ permission: "account:own", body: passwordInput }, async ({ body, viewer }) => {
  await disableSecondFactor({ ...body, viewer });
  return new Response(null, { status: 204 });
});
