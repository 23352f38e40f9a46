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

/** What {@link succeed} and {@link fail} give out, for the document of the API; `success` is false for other codes than 200. */
export const envelope = z.object({
  ...{ code: z.int(), message: z.string(), data: z.unknown().nullable(), success: z.boolean() },
});

/** What an operation gives back. A Response goes out as it is. */
export type Answer = { message?: string; data: object | null } | Response;

export function succeed({ message = "success", data }: Exclude<Answer, Response>): Response {
  return Response.json({ code: 200, message, data, success: true });
}

type Failure = { code: Code; message: string; status?: number; retryAfterSeconds?: number };

export function fail({ code, message, status = 200, retryAfterSeconds }: Failure): Response {
  const headers = retryAfterSeconds ? { "retry-after": String(retryAfterSeconds) } : undefined;
  return Response.json({ code, message, data: null, success: false }, { status, headers });
}
