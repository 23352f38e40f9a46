import { route } from "@/lib/api/route";
import { createApiToken, listApiTokens } from "@/lib/user/api-tokens";
import { createdToken, createTokenInput, tokenView } from "@/lib/user/schema";

export const GET = route({ answer: tokenView.array(), permission: "token:manage" }, async ({ viewer }) =>
  Response.json(await listApiTokens({ viewer })),
);

export const POST = route(
  { permission: "token:manage", answer: createdToken, body: createTokenInput },
  async ({ body, viewer }) => Response.json(await createApiToken({ ...body, viewer }), { status: 201 }),
);
