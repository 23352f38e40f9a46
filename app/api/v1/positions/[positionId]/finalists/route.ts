import { z } from "zod";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { chosenFinalists, findFinalists } from "@/lib/recommendation/find-finalists";
import { finalists } from "@/lib/recommendation/schema";

const params = z.object({ positionId: z.uuid() });
const query = z.object({ applications: chosenFinalists });

export const GET = route(
  { permission: "screening:read", answer: finalists, params, query },
  async ({ params, query, viewer }) => {
    const found = await findFinalists({ ...params, applicationIds: query.applications, viewer });
    if (!found) throw new AppError("not_found", "position_not_found");
    return Response.json(found);
  },
);
