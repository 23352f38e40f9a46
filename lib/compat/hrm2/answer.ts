import { z } from "zod";

/** What an operation gives back; each generation of clients wraps it in its own way. A Response goes out as it is. */
export type Answer<Data = unknown> = { status?: number; message?: string; data?: Data | null } | Response;

/**
 * Of classic addresses: `code` {code, message, data}; `status` {status: "success", message, data}; `bare` the fields
 * themselves. Of the later ones always `code`.
 */
export type Envelope = "code" | "status" | "bare";

/** What {@link wrap} makes of an answer of this shape, for the document of the API. */
export function enveloped(envelope: Envelope, data: z.ZodType | undefined): z.ZodType {
  if (envelope === "bare") {
    const said = z.object({ message: z.string() });
    return data instanceof z.ZodObject ? data.extend(said.shape) : said;
  }
  const mark = envelope === "status" ? { status: z.literal("success") } : { code: z.int() };
  return z.object({ ...mark, message: z.string(), data: data?.nullable() ?? z.null().optional() });
}

/** What {@link classicError} and {@link nextError} give out. */
export const problems = {
  classic: z.object({
    ...{ status: z.literal("error"), code: z.int(), message: z.string(), error: z.string() },
    ...{ errors: z.unknown().optional(), details: z.unknown().optional() },
  }),
  next: z.object({ code: z.int(), message: z.string(), data: z.unknown() }),
};

/** A refusal with the status HRM2's clients expect. The sentence is shown as it is. */
export class Hrm2Error extends Error {
  constructor(
    readonly status: 400 | 404 | 405 | 409 | 413 | 415,
    message: string,
    readonly more: { errors?: unknown; details?: unknown } = {},
  ) {
    super(message);
    this.name = "Hrm2Error";
  }
}

export function notFound(what: string) {
  return new Hrm2Error(404, `没有找到这个${what}。`);
}

export function wrap(answer: Exclude<Answer, Response>, envelope: Envelope): Response {
  const { status = 200, message = "成功", data } = answer;
  if (envelope === "bare") return Response.json({ ...(data as object | undefined), message }, { status });
  const mark = envelope === "status" ? { status: "success" } : { code: status };
  return Response.json({ ...mark, message, ...(data !== undefined && { data }) }, { status });
}

type Failure = { status: number; message: string; more?: { errors?: unknown; details?: unknown } };

/** One body that every family of the reference's errors can be read from. */
export function classicError({ status, message, more }: Failure): Response {
  return Response.json({ status: "error", code: status, message, error: message, ...more }, { status });
}

export function nextError({ status, message, more = {} }: Failure): Response {
  return Response.json({ code: status, message, data: more.errors ?? more.details ?? null }, { status });
}
