import { z } from "zod";
import { route } from "@/lib/api/route";
import { importPosition } from "@/lib/position/import-position";
import { savedPosition } from "@/lib/position/schema";

export const POST = route(
  { permission: "position:write", answer: savedPosition, body: z.unknown() },
  async ({ body, viewer }) => Response.json(await importPosition({ file: body, viewer }), { status: 201 }),
);
