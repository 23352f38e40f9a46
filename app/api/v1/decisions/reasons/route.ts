import { route } from "@/lib/api/route";
import { listRecentReasons } from "@/lib/screening/list-recent-reasons";

export const GET = route({ permission: "application:decide" }, async ({ viewer }) =>
  Response.json(await listRecentReasons({ viewer })),
);
