import { route } from "@/lib/api/route";
import { listBehind } from "@/lib/figures/list-behind";
import { figureListQuery, figureRow } from "@/lib/figures/schema";

/** The candidates or interviews that one number counts. */
export const GET = route(
  { permission: "screening:read", answer: figureRow.array(), query: figureListQuery },
  async ({ query, viewer }) => Response.json(await listBehind({ ...query, viewer })),
);
