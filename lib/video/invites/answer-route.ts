import "server-only";
import type { z } from "zod";
import { errorResponse } from "@/lib/api/error-response";
import { parse, readJson } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { limitAnswers } from "./limit-answers";

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
type Input<P, B> = { params: P; body: B; request: Request };
type Shapes<P, B> = {
  params: z.ZodType<P>;
  body?: z.ZodType<B>;
  /** Takes room or work on our side: fewer of these. */
  isHeavy?: boolean;
  /** What a success says, for the API's documentation. */
  answer?: z.ZodType;
};

/** A handler for who has a link instead of an account: its secret in the address is all there is to check. */
export function answerRoute<P extends { token: string }, B = undefined>(
  shapes: Shapes<P, B>,
  handle: (input: Input<P, B>) => Promise<Response>,
) {
  const answer = async (request: Request, context: Context): Promise<Response> => {
    try {
      const site = request.headers.get("sec-fetch-site");
      if (request.method !== "GET" && site && site !== "same-origin") throw new AppError("forbidden", "foreign_origin");
      const params = parse(shapes.params, await context.params, "not_found");
      await limitAnswers({ headers: request.headers, token: params.token, isHeavy: shapes.isHeavy });
      const body = shapes.body ? parse(shapes.body, await readJson(request), "bad_request") : (undefined as B);
      const response = await handle({ params, body, request });
      response.headers.set("cache-control", "no-store");
      return response;
    } catch (error) {
      return errorResponse(error);
    }
  };
  return Object.assign(answer, { shapes });
}
