import { z } from "zod";
import { route } from "@/lib/api/route";
import { updateUserInput } from "@/lib/user/schema";
import { updateUser } from "@/lib/user/update-user";

const params = z.object({ userId: z.uuid() });

export const PATCH = route(
  { permission: "settings:write", params, body: updateUserInput },
  async ({ params, body, viewer }) => {
    await updateUser({ ...params, ...body, viewer });
    return new Response(null, { status: 204 });
  },
);
