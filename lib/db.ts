import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import { env } from "@/lib/env";

/** For a connection, to the database or out of the pool: longer, and whoever waits is told to come again. */
const waitMs = 4000;

// Survives module reloads in development: each reload would open another pool.
const globals = globalThis as typeof globalThis & { hireglassDb?: PrismaClient };

/**
 * The client without an organisation: for signing in, tokens, jobs and set-up, which start before there is a
 * viewer. Everything else takes {@link scopedDb}.
 */
export function systemDb(): PrismaClient {
  globals.hireglassDb ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: env().DATABASE_URL, max: 20, connectionTimeoutMillis: waitMs, keepAlive: true },
      { onPoolError: () => undefined },
    ),
    transactionOptions: { maxWait: waitMs },
  });
  return globals.hireglassDb;
}

/** For tests that drop their database afterwards. */
export async function closeDb() {
  const client = globals.hireglassDb;
  delete globals.hireglassDb;
  clients.clear();
  await client?.$disconnect();
}

const clients = new Map<string, ScopedDb>();
export type ScopedDb = ReturnType<typeof createScopedDb>;
/** What a verb needs when it may run inside a caller's transaction. */
export type Transaction = Omit<ScopedDb, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

/**
 * The client of one organisation: every query sees and writes its rows only. Nested writes are not reached by
 * this, so verbs write each table by itself.
 *
 * @throws without an organisation
 */
export function scopedDb(organisationId: string): ScopedDb {
  if (!uuid.test(organisationId)) throw new Error("A query needs an organisation");
  let client = clients.get(organisationId);
  if (!client) {
    client = createScopedDb(organisationId);
    clients.set(organisationId, client);
  }
  return client;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Tables that belong to no organisation. */
const shared = new Set<string>(["Organisation", "RateLimitWindow"]);
const filtered = new Set([
  "findUnique",
  "findUniqueOrThrow",
  "findFirst",
  "findFirstOrThrow",
  "findMany",
  "count",
  "aggregate",
  "groupBy",
  "update",
  "updateMany",
  "updateManyAndReturn",
  "delete",
  "deleteMany",
  "upsert",
]);

function createScopedDb(organisationId: string) {
  return systemDb().$extends({
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          if (shared.has(model)) throw new Error(`${model} is not an organisation's; use systemDb()`);
          return query(scope(operation, args, organisationId));
        },
      },
    },
  });
}

type Row = { organisationId?: string };
type Arguments = { where?: object; data?: Row | Row[]; create?: Row };

// Prisma types the arguments per model and operation; here they are all alike.
function scope<T>(operation: string, args: T, organisationId: string): T {
  const scoped: Arguments = { ...(args as Arguments) };
  if (filtered.has(operation)) scoped.where = { ...scoped.where, organisationId };
  if (operation === "upsert") scoped.create = owned(scoped.create, organisationId);
  if (operation.startsWith("create")) {
    scoped.data = Array.isArray(scoped.data)
      ? scoped.data.map((row) => owned(row, organisationId))
      : owned(scoped.data, organisationId);
  }
  return scoped as T;
}

function owned(row: Row | undefined, organisationId: string): Row {
  if (row?.organisationId && row.organisationId !== organisationId) {
    throw new Error("A row of another organisation was to be written");
  }
  return { ...row, organisationId };
}

export { Prisma };
