import { z } from "zod";
import { route } from "@/lib/api/route";
import { updateParseAccount } from "@/lib/parse-account/parse-accounts";
import { updateParseAccountInput } from "@/lib/parse-account/schema";

const params = z.object({ accountId: z.uuid() });

export const PATCH = route(
  { permission: "settings:write", params, body: updateParseAccountInput },
  async ({ params: { accountId }, body, viewer }) => {
    await updateParseAccount({ ...body, accountId, viewer });
    return new Response(null, { status: 204 });
  },
);
