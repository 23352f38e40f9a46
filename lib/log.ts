import { type Logger, pino } from "pino";
import { requestContext } from "@/lib/http/request-context";

/** Ids, codes and durations only: never resume text, names, addresses or file names. */
export const log: Logger = pino(
  {
    base: null,
    level: "info",
    timestamp: pino.stdTimeFunctions.isoTime,
    /** In the answering of a request, its id. */
    mixin: () => ({ ...requestContext().getStore() }),
  },
  pino.destination(2),
);
