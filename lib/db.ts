import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import {
  asIdentity,
  type Identity,
  kept,
  openTenantPool,
  readSeparation,
  type Separation,
  type TenantPool,
} from "@/lib/database/tenant-pool";
import { isViewersRequest } from "@/lib/database/viewing";
import { env } from "@/lib/env";

/** For a connection, to the database or out of the pool: longer, and whoever waits is told to come again. */
const waitMs = 2500;

// Survives module reloads in development: each reload would open other pools.
const globals = globalThis as typeof globalThis & {
  hireglassDb?: PrismaClient;
  hireglassTenants?: { pool: TenantPool; clients: Map<string, ScopedDb> };
};
const mostSystemConnections = 8;
const mostConnections = 20;
/** Clients of organisations that are kept; of one that has not been asked for longest, another is made. */
const mostClients = 100;

/**
 * The client without an organisation, which row-level security does not hold: for signing in, tokens, jobs and
 * set-up, which start before there is a viewer. Everything else takes {@link scopedDb}.
 *
 * @throws in a request whose viewer is known
 */
export function systemDb(): PrismaClient {
  if (isViewersRequest()) throw new Error("A viewer's request was to read past their organisation");
  return openSystemDb();
}

/** Counters of limits, which belong to nobody and are kept for viewers too. */
export function countersDb(): Pick<PrismaClient, "rateLimitWindow" | "$queryRaw"> {
  return openSystemDb();
}

/** Who sends a request: asked before, and again after that is known. */
export function accountsDb(): PrismaClient {
  return openSystemDb();
}

function openSystemDb(): PrismaClient {
  globals.hireglassDb ??= new PrismaClient({
    adapter: new PrismaPg(
      {
        ...{ connectionString: env().DATABASE_URL, max: mostSystemConnections },
        ...{ connectionTimeoutMillis: waitMs, keepAlive: true },
      },
      { onPoolError: () => undefined },
    ),
    transactionOptions: { maxWait: waitMs },
  });
  return globals.hireglassDb;
}

function openTenants() {
  globals.hireglassTenants ??= {
    pool: openTenantPool({ connectionString: env().DATABASE_URL, max: mostConnections, waitMs }),
    clients: new Map(),
  };
  return globals.hireglassTenants;
}

/** How far the database itself keeps organisations apart. */
export function findSeparation(): Promise<Separation> {
  return readSeparation(openTenants().pool);
}

/** For tests that drop their database afterwards. */
export async function closeDb() {
  const { hireglassDb: system, hireglassTenants: tenants } = globals;
  delete globals.hireglassDb;
  delete globals.hireglassTenants;
  await Promise.all([...(tenants?.clients.values() ?? [])].map((client) => client.$disconnect()));
  await tenants?.pool.end();
  await system?.$disconnect();
}

export type ScopedDb = ReturnType<typeof createScopedDb>;
/** What a verb needs when it may run inside a caller's transaction. */
export type Transaction = Omit<ScopedDb, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

/**
 * The client of one organisation: every query sees and writes its rows only, and row-level security holds it to them.
 * Nested writes are not reached by the first, so verbs write each table by itself.
 *
 * @throws without an organisation
 */
export function scopedDb(organisationId: string): ScopedDb {
  return findClient({ role: "viewer", organisationId });
}

/**
 * For looking things up in the library by its words, keys and bands: reads a few tables, without row-level security,
 * which would keep their indexes from use. Raw statements name the organisation themselves; the rows that are found
 * are read by {@link scopedDb}. Only lib/resume's searching files take it.
 *
 * @param role `gather` for statements that collect all matches from an index before they sort them, `sample` for those
 * that are content with some of them
 */
export function searchDb(organisationId: string, role: "search" | "gather" | "sample" = "search"): ScopedDb {
  return findClient({ role, organisationId });
}

function findClient(identity: Identity): ScopedDb {
  if (!uuid.test(identity.organisationId)) throw new Error("A query needs an organisation");
  const { clients, pool } = openTenants();
  const key = `${identity.role} ${identity.organisationId}`;
  const client = clients.get(key) ?? createScopedDb(pool, identity);
  // The last asked for stands at the end.
  clients.delete(key);
  clients.set(key, client);
  const [oldest] = clients.keys();
  if (clients.size > mostClients && oldest) clients.delete(oldest);
  return client;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Tables that belong to no organisation. */
const shared = new Set<string>(["RateLimitWindow", "JobStep", "JobWait", "JobTask"]);
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

function createScopedDb(pool: TenantPool, identity: Identity) {
  const { organisationId } = identity;
  return new PrismaClient({
    adapter: new PrismaPg(asIdentity(pool, identity)),
    transactionOptions: { maxWait: waitMs },
  }).$extends({
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          if (shared.has(model)) throw new Error(`${model} is not an organisation's; use systemDb()`);
          const limit = model === "Organisation" ? own : scope;
          return query(limit(operation, args, organisationId));
        },
      },
    },
  });
}

type Row = { organisationId?: string };
type Arguments = { where?: { AND?: object; organisationId?: string }; data?: Row | Row[]; create?: Row };

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

/** An organisation sees and changes itself. */
function own<T>(operation: string, args: T, id: string): T {
  if (!filtered.has(operation) || operation === "upsert") throw new Error("Organisations are made by systemDb()");
  const { where, ...rest } = { ...(args as Arguments) };
  return { ...rest, where: { ...where, AND: [where?.AND ?? [], { id }].flat() } } as T;
}

function owned(row: Row | undefined, organisationId: string): Row {
  if (row?.organisationId && row.organisationId !== organisationId) {
    throw new Error("A row of another organisation was to be written");
  }
  return { ...row, organisationId };
}

export { Prisma };
/** Begins a statement that {@link kept} connections keep. */
export const keptStatement = Prisma.raw(kept);
