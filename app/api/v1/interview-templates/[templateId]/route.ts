import { z } from "zod";
import { route } from "@/lib/api/route";
import { deleteTemplate } from "@/lib/interview/templates";

const params = z.object({ templateId: z.uuid() });

export const DELETE = route({ permission: "interview:hold", params }, async ({ params, viewer }) => {
  await deleteTemplate({ ...params, viewer });
  return new Response(null, { status: 204 });
});
