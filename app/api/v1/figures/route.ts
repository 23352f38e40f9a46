import { route } from "@/lib/api/route";
import { readFigures } from "@/lib/figures/read-figures";
import { figuresQuery } from "@/lib/figures/schema";

export const GET = route({ permission: "screening:read", query: figuresQuery }, async ({ query, viewer }) =>
  Response.json(await readFigures({ ...query, viewer })),
);
