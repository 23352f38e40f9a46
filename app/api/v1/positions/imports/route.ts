import { z } from "zod";
import { route } from "@/lib/api/route";
import { importPosition } from "@/lib/position/import-position";

export const POST = route({ permission: "position:write", body: z.unknown() }, async ({ body, viewer }) =>
  Response.json(await importPosition({ file: body, viewer }), { status: 201 }),
);
