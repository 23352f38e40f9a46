import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { route } from "@/lib/api/route";
import { duplicatePosition } from "@/lib/position/duplicate-position";
import { savedPosition } from "@/lib/position/schema";

export const POST = route(
  { permission: "position:write", answer: savedPosition, params: z.object({ positionId: z.uuid() }) },
  async ({ params, viewer }) => {
    const suffix = (await getTranslations("positions"))("copy_suffix");
    return Response.json(await duplicatePosition({ ...params, suffix, viewer }), { status: 201 });
  },
);
