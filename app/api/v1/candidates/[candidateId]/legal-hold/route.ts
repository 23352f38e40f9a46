import { route } from "@/lib/api/route";
import { setLegalHold } from "@/lib/privacy/change-privacy";
import { candidatePath, legalHoldInput } from "@/lib/privacy/schema";

/** Keeps a person's data from being erased while the reason stands; null lifts it. */
export const PUT = route(
  { permission: "person:erase", params: candidatePath, body: legalHoldInput },
  async ({ params, body, viewer }) => {
    await setLegalHold({ ...params, ...body, viewer });
    return new Response(null, { status: 204 });
  },
);
