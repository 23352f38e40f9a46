import "server-only";
import type { z } from "zod";
import { errorResponse } from "@/lib/api/error-response";
import { parse, readJson, refuseForeignOrigin } from "@/lib/api/route";

/** `route()` for the few addresses that strangers may call. */
export function publicRoute<B>(
  shapes: { body: z.ZodType<B>; answer?: z.ZodType },
  handle: (input: { body: B }) => Promise<Response>,
) {
  const answer = async (request: Request): Promise<Response> => {
    try {
      refuseForeignOrigin(request);
      return await handle({ body: parse(shapes.body, await readJson(request), "bad_request") });
    } catch (error) {
      return errorResponse(error);
    }
  };
  return Object.assign(answer, { shapes });
}
