/** What an error says about the machinery below us, rather than about what was asked. */
export type Trouble = "database_away" | "storage_away" | "disk_full";

/** Files cannot be written or read at present: what holds them failed or did not answer in time. */
export class StorageAwayError extends Error {
  constructor(options?: ErrorOptions) {
    super("The file storage did not answer", options);
    this.name = "StorageAwayError";
  }
}

/** Prisma's codes for a database that cannot be reached, has no connection left, or went away in the middle. */
const prismaAway = /^P(?:1001|1002|1008|1017|2024|2028|2037)$/;
/** PostgreSQL's classes: connection, resources, operator intervention; 53100 is its full disk. */
const postgresAway = /^(?:08...|53(?!100)...|57...|25P03)$/;
const networkAway = /^(?:ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;
const saysAway =
  /connection (?:terminated|timeout|ended)|timeout exceeded when trying to connect|not queryable|query read timeout|Server has closed the connection|Can't reach database server|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections/i;
const fullDisk = /^(?:ENOSPC|EDQUOT|53100)$/;
const brokenDisk = /^(?:EIO|EROFS|ESTALE)$/;
const deepest = 5;

/** Null: an error of another kind. */
export function findTrouble(error: unknown): Trouble | null {
  for (let at: unknown = error, depth = 0; at && depth < deepest; at = inner(at), depth += 1) {
    if (at instanceof StorageAwayError) return "storage_away";
    // Another server that was fetched from.
    if (at instanceof TypeError) return null;
    const code = textOf(at, "originalCode") || textOf(at, "code");
    if (fullDisk.test(code)) return "disk_full";
    if (brokenDisk.test(code)) return "storage_away";
    if (prismaAway.test(code) || postgresAway.test(code) || networkAway.test(code)) return "database_away";
    if (textOf(at, "name") === "PrismaClientInitializationError") return "database_away";
    if (saysAway.test(textOf(at, "kind")) || saysAway.test(textOf(at, "message"))) return "database_away";
  }
  return null;
}

/** Prisma hides what the driver said in `meta`. */
function inner(error: unknown): unknown {
  if (typeof error !== "object" || error === null) return null;
  if ("meta" in error && typeof error.meta === "object" && error.meta !== null && "driverAdapterError" in error.meta)
    return error.meta.driverAdapterError;
  return "cause" in error ? error.cause : null;
}

function textOf(error: unknown, field: string): string {
  const value = typeof error === "object" && error !== null ? (error as Record<string, unknown>)[field] : null;
  return typeof value === "string" ? value : "";
}
