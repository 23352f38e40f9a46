import { route } from "@/lib/api/route";
import { listRecentReasons } from "@/lib/screening/list-recent-reasons";
import { recentReasons } from "@/lib/screening/schema";

export const GET = route({ permission: "application:decide", answer: recentReasons }, async ({ viewer }) =>
  Response.json(await listRecentReasons({ viewer })),
);
