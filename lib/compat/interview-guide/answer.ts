import { z } from "zod";

/** The codes of the reference that occur here. */
export const codes = {
  badRequest: 400,
  unauthorized: 401,
  forbidden: 403,
  tooMany: 429,
  internal: 500,
  notFound: 2001,
  noText: 2002,
  analysisUnreadable: 2007,
  notAnalysed: 2008,
  storeRefused: 4001,
  fileGone: 4002,
  pdfFailed: 5001,
} as const;
export type Code = (typeof codes)[keyof typeof codes];

/** A refusal. Only its code tells, in an answer of HTTP 200, unless a status is given. */
export class GuideError extends Error {
  readonly status: number;

  constructor(
    readonly code: Code,
    message: string,
    { status = 200, ...options }: ErrorOptions & { status?: number } = {},
  ) {
    super(message, options);
    this.name = "GuideError";
    this.status = status;
  }
}

export function resumeNotFound() {
  return new GuideError(codes.notFound, "简历不存在");
}

/** What {@link succeed} makes of data of this shape, for the document of the API. */
export function enveloped(data: z.ZodType) {
  return z.object({ code: z.literal(200), message: z.string(), data, success: z.literal(true) });
}

/** What {@link fail} gives out. */
export const problem = z.object({
  ...{ code: z.int(), message: z.string(), data: z.null(), success: z.literal(false) },
});

/** What an operation gives back. A Response goes out as it is. */
export type Answer<Data = unknown> = { message?: string; data: Data } | Response;

export function succeed({ message = "success", data }: Exclude<Answer, Response>): Response {
  return Response.json({ code: 200, message, data, success: true });
}

type Failure = { code: Code; message: string; status?: number; retryAfterSeconds?: number };

export function fail({ code, message, status = 200, retryAfterSeconds }: Failure): Response {
  const headers = retryAfterSeconds ? { "retry-after": String(retryAfterSeconds) } : undefined;
  return Response.json({ code, message, data: null, success: false }, { status, headers });
}
