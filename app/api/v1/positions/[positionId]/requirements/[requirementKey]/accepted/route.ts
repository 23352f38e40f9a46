import { z } from "zod";
import { route } from "@/lib/api/route";
import { acceptPhrase } from "@/lib/position/accept-phrase";
import { acceptedPhrase } from "@/lib/position/requirement";
import { savedPosition } from "@/lib/position/schema";

const params = z.object({ positionId: z.uuid(), requirementKey: z.uuid() });

/** Makes words count for a requirement: the next version of the position. */
export const POST = route(
  { answer: savedPosition, permission: "position:write", params, body: acceptedPhrase },
  async ({ params, body, viewer }) =>
    Response.json(await acceptPhrase({ ...params, ...body, viewer }), { status: 201 }),
);
