import { z } from "zod";
import { route } from "@/lib/api/route";
import { setBlind } from "@/lib/position/set-blind";
import { blindModes } from "@/lib/resume/blind/kinds";

const params = z.object({ positionId: z.uuid() });
const body = z.object({ blind: z.enum(blindModes) });

export const PUT = route({ permission: "position:write", params, body }, async ({ params, body, viewer }) => {
  await setBlind({ ...params, ...body, viewer });
  return new Response(null, { status: 204 });
});
