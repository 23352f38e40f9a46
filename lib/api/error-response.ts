import "server-only";
import { getTranslations } from "next-intl/server";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { findTrouble } from "@/lib/trouble";

/** Says an error in the reader's language. An unexpected one is logged and gets no detail. */
export async function errorResponse(error: unknown): Promise<Response> {
  const known = toAppError(error);
  if (known.status >= 500) log.error({ code: known.code, cause: outline(known.cause) }, "request failed");
  const t = await getTranslations("errors");
  const message = t(known.message as "internal", known.values);
  const headers = known.retryAfterSeconds ? { "retry-after": String(known.retryAfterSeconds) } : undefined;
  return Response.json({ error: { code: known.code, message } }, { status: known.status, headers });
}

const retryAfterSeconds = 5;

/** A database, disk or store that is away is no fault of the request: it may come again. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const trouble = findTrouble(error);
  if (trouble) return new AppError("unavailable", trouble, { cause: error, retryAfterSeconds });
  return new AppError("internal", "internal", { cause: error });
}

/** Class and stack frames only: the message of a database error can quote a row. */
export function outline(cause: unknown) {
  if (!(cause instanceof Error)) return typeof cause;
  return {
    name: cause.name,
    frames: cause.stack
      ?.split("\n")
      .filter((line) => line.trim().startsWith("at "))
      .slice(0, 8),
  };
}
