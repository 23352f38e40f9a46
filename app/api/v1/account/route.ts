import { route } from "@/lib/api/route";
import { accountView } from "@/lib/auth/schema";
import { findAccount } from "@/lib/user/find-account";

/** The viewer's own account: second factor and where they are signed in. */
export const GET = route({ permission: "account:own", answer: accountView }, async ({ viewer }) =>
  Response.json(await findAccount({ viewer })),
);
