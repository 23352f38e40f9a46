import { connectionTest } from "@/lib/ai/schema";
import { testConnection } from "@/lib/ai/settings/test-connection";
import { route } from "@/lib/api/route";

export const POST = route({ permission: "settings:write", answer: connectionTest }, async ({ viewer, request }) =>
  Response.json(await testConnection({ viewer, signal: request.signal })),
);
