import { route } from "@/lib/api/route";
import { findRereading } from "@/lib/resume/rereading/find-rereading";
import { rereadOutdated } from "@/lib/resume/rereading/request-rereading";
import { rereading } from "@/lib/resume/rereading/schema";
import { retriedCount } from "@/lib/resume/schema";

export const GET = route({ permission: "settings:read", answer: rereading }, async ({ viewer }) =>
  Response.json(await findRereading({ viewer })),
);

/** Reads again whatever an older reader read. */
export const POST = route({ permission: "settings:write", answer: retriedCount }, async ({ viewer }) =>
  Response.json(await rereadOutdated({ viewer }), { status: 202 }),
);
