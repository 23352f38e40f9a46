import { z } from "zod";
import { route } from "@/lib/api/route";
import { readAgreement } from "@/lib/recommendation/decisions/read-agreement";
import { agreement } from "@/lib/recommendation/decisions/schema";

const query = z.object({ positionId: z.uuid().optional() });

export const GET = route({ permission: "screening:read", answer: agreement, query }, async ({ query, viewer }) =>
  Response.json(await readAgreement({ ...query, viewer })),
);
