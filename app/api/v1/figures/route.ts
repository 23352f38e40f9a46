import { route } from "@/lib/api/route";
import { readFigures } from "@/lib/figures/read-figures";
import { figures, figuresQuery } from "@/lib/figures/schema";

export const GET = route(
  { permission: "screening:read", answer: figures, query: figuresQuery },
  async ({ query, viewer }) => Response.json(await readFigures({ ...query, viewer })),
);
