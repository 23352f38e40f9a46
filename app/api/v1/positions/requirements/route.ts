import { z } from "zod";
import { route } from "@/lib/api/route";
import { listRequirementPool } from "@/lib/position/list-requirement-pool";
import { pooledRequirement } from "@/lib/position/schema";

const query = z.object({ q: z.string().trim().max(200).default("") });

export const GET = route(
  { answer: pooledRequirement.array(), permission: "position:write", query },
  async ({ query, viewer }) => Response.json(await listRequirementPool({ ...query, viewer })),
);
