import { type Logger, pino } from "pino";

/** Ids, codes and durations only: never resume text, names, addresses or file names. */
export const log: Logger = pino(
  { base: null, level: "info", timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination(2),
);
