import { route } from "@/lib/api/route";
import { listBehind } from "@/lib/figures/list-behind";
import { figureList, figureListQuery } from "@/lib/figures/schema";

/** The candidates or interviews that one number counts, a hundred at a time. */
export const GET = route(
  { permission: "screening:read", answer: figureList, query: figureListQuery },
  async ({ query, viewer }) => Response.json(await listBehind({ ...query, viewer })),
);
