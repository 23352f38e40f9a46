import { z } from "zod";
import { route } from "@/lib/api/route";
import { setPositionMembers } from "@/lib/position/set-members";

const params = z.object({ positionId: z.uuid() });
const body = z.object({ userIds: z.array(z.uuid()).max(100) });

export const PUT = route({ permission: "position:write", params, body }, async ({ params, body, viewer }) => {
  await setPositionMembers({ ...params, ...body, viewer });
  return new Response(null, { status: 204 });
});
