/** The part of pino's shape that jobs use. Fields are ids, names and durations; never payloads or error messages. */
export type JobLogger = Record<"info" | "warn" | "error", (fields: Record<string, unknown>, message: string) => void>;

export const silentLogger: JobLogger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The SDK logs whole errors, and an error's message may quote a resume. The worker logs failures itself, by id. */
export const silentSdkLogger = { ...silentLogger, debug: () => undefined };

export function errorName(error: unknown) {
  return error instanceof Error ? error.name : typeof error;
}
