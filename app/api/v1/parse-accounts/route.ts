import { route } from "@/lib/api/route";
import { createParseAccount, listParseAccounts } from "@/lib/parse-account/parse-accounts";
import { createdParseAccount, createParseAccountInput, parseAccountView } from "@/lib/parse-account/schema";

export const GET = route({ answer: parseAccountView.array(), permission: "settings:read" }, async ({ viewer }) =>
  Response.json(await listParseAccounts({ viewer })),
);

export const POST = route(
  { permission: "settings:write", answer: createdParseAccount, body: createParseAccountInput },
  async ({ body, viewer }) => Response.json(await createParseAccount({ ...body, viewer }), { status: 201 }),
);
