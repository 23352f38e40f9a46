import { z } from "zod";
import { route } from "@/lib/api/route";
import { changeJob } from "@/lib/job/change-job";
import { changeJobInput } from "@/lib/job/schema";

const params = z.object({ jobId: z.string().regex(/^[0-9a-f-]{8,64}$/) });

/** Does a failed job again, or stops one. */
export const PATCH = route(
  { permission: "settings:write", params, body: changeJobInput },
  async ({ params, body, viewer }) => {
    await changeJob({ ...params, ...body, viewer });
    return new Response(null, { status: 204 });
  },
);
