import { route } from "@/lib/api/route";
import { findRereading } from "@/lib/resume/rereading/find-rereading";
import { rereadOutdated } from "@/lib/resume/rereading/request-rereading";

export const GET = route({ permission: "settings:read" }, async ({ viewer }) =>
  Response.json(await findRereading({ viewer })),
);

/** Reads again whatever an older reader read. */
export const POST = route({ permission: "settings:write" }, async ({ viewer }) =>
  Response.json(await rereadOutdated({ viewer }), { status: 202 }),
);
