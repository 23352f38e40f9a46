import { route } from "@/lib/api/route";
import { dismissChecklist } from "@/lib/dashboard/dismiss-checklist";
import { dismissChecklistInput } from "@/lib/dashboard/schema";

export const PUT = route({ permission: "resume:import", body: dismissChecklistInput }, async ({ body, viewer }) => {
  await dismissChecklist({ ...body, viewer });
  return new Response(null, { status: 204 });
});
