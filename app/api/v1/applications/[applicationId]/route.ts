import { z } from "zod";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { findApplication } from "@/lib/screening/find-application";
import { applicationDetail } from "@/lib/screening/schema";

const params = z.object({ applicationId: z.uuid() });

export const GET = route(
  { permission: "screening:read", answer: applicationDetail, params },
  async ({ params, viewer }) => {
    const application = await findApplication({ ...params, viewer });
    if (!application) throw new AppError("not_found", "application_not_found");
    return Response.json(application);
  },
);
