export const errorStatus = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  unsupported_type: 415,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/**
 * Whether an error is of this class, whichever copy of its module has made it: a bundler makes several in one process,
 * over gates and pools that they share. For `Symbol.hasInstance`.
 */
export function isNamed(value: unknown, name: string): boolean {
  return value instanceof Error && value.name === name;
}

/**
 * An error a person may see. `message` names a sentence of `messages/*.json` under `errors`, so that it is
 * said in the reader's language; `values` fill it. The cause is for us and is never sent.
 */
export class AppError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isNamed(value, "AppError");
  }

  readonly values: Record<string, string | number>;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: ErrorOptions & { values?: Record<string, string | number>; retryAfterSeconds?: number } = {},
  ) {
    super(message, options);
    this.name = "AppError";
    this.values = options.values ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get status() {
    return errorStatus[this.code];
  }
}
