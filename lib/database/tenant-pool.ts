import "server-only";
import { createHash } from "node:crypto";
import pg from "pg";

/**
 * Whose rows a statement may see, and as what: `viewer` is held by row-level security to its organisation, `search`
 * reads the library's index, which that would keep from use, and names the organisation itself. `gather` is `search`
 * for statements that collect all matches from an index before they sort them, with the room for that. `sample` is
 * `gather` with only some of them, of a word that very many say.
 */
export type Identity = { role: "viewer" | "search" | "gather" | "sample"; organisationId: string };

/** What planning a statement that gathers is told; others are told what the server's own settings were. */
const gathering = {
  work_mem: "64MB",
  // Reading row after row until enough have matched is what gathering is to avoid.
  enable_indexscan: "off",
  enable_seqscan: "off",
  // How many rows an index of words gives is guessed too low by far: a second index that leaves fewer is worth asking.
  cpu_tuple_cost: "100",
  // Starting a worker takes as long as the whole statement.
  max_parallel_workers_per_gather: "0",
  gin_fuzzy_search_limit: "0",
};
/** So many matches about, picked at random while the index is read; all of them where it has fewer. */
const sampling = { ...gathering, gin_fuzzy_search_limit: "3000" };
const planning = Object.keys(gathering) as (keyof typeof gathering)[];
type Planning = typeof gathering;

/** How far row-level security holds: by a role of its own, by the owner's own policy, or not at all. */
export type Separation = "role" | "owner" | "none";

type Standing = {
  separation: Separation;
  /** As the server has it. */
  planning: Planning;
  /** False behind a pooler, where the next statement may run on another server connection. */
  isDirect: boolean;
  /** What the connection was last told; null when that is not known. */
  current: string | null;
};

/**
 * Connections that take on an identity before each statement or transaction; see {@link asIdentity}. What each was told
 * stands with the pool: a bundler may make this module several times in one process, all over one pool.
 */
export type TenantPool = pg.Pool & { readonly standings: WeakMap<object, Standing> };

/** @param waitMs how long somebody waits for a connection before they are refused */
export function openTenantPool(options: { connectionString: string; max: number; waitMs: number }): TenantPool {
  const { connectionString, max, waitMs } = options;
  const standings = new WeakMap<object, Standing>();
  const pool = new pg.Pool({
    ...{ connectionString, max, connectionTimeoutMillis: waitMs, keepAlive: true },
    // What a connection is told and the statement that needs it go out together.
    pipeline: true,
    onConnect: async (client) => standings.set(client, await learn(client)),
  });
  pool.on("error", () => undefined);
  return Object.assign(pool, { standings });
}

/**
 * The pool as the driver adapter knows it, every statement of which runs with this identity. Connections are shared
 * with all others: one that last served another organisation is told so before anything else.
 */
export function asIdentity(pool: TenantPool, identity: Identity): pg.Pool {
  return new IdentityPool(pool, identity);
}

/** "cached plan must not change result type" */
const changedBelow = "0A000";

class IdentityPool extends pg.Pool {
  readonly #shared: TenantPool;
  readonly #identity: Identity;

  constructor(shared: TenantPool, identity: Identity) {
    super();
    if (!/^[0-9a-f-]{36}$/.test(identity.organisationId)) throw new Error("An identity needs an organisation");
    this.#shared = shared;
    this.#identity = identity;
  }

  // pg-pool's overloads take callbacks too; the adapter knows promises only.
  override connect = (async () => {
    const client = await takeIdle(this.#shared);
    const standing = standingOf(this.#shared, client);
    if (!standing.isDirect) return openingAs(client, standing, this.#identity);
    try {
      await becomeFor(client, standing, this.#identity);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }) as pg.Pool["connect"];

  override query = (async (config: pg.QueryConfig) => {
    const client = await takeIdle(this.#shared);
    const standing = standingOf(this.#shared, client);
    let isBroken = true;
    try {
      const result = await (standing.isDirect
        ? queryAs(client, standing, this.#identity, config)
        : queryInTransaction(client, standing, this.#identity, config));
      isBroken = false;
      return result;
    } catch (error) {
      // The server refused the statement, and the connection is as it was; unless a table changed below one it keeps.
      isBroken = !(error instanceof pg.DatabaseError) || standing.current === null || error.code === changedBelow;
      throw error;
    } finally {
      client.release(isBroken);
    }
  }) as pg.Pool["query"];
}

/** One that somebody left in a transaction is no use: what it is told would end with that. */
async function takeIdle(pool: pg.Pool): Promise<pg.PoolClient> {
  for (;;) {
    const client = await pool.connect();
    if ((client.getTransactionStatus() ?? "I") === "I") return client;
    client.release(true);
  }
}

function standingOf({ standings }: TenantPool, client: pg.PoolClient): Standing {
  const standing = standings.get(client);
  if (!standing) throw new Error("A connection came from another pool");
  return standing;
}

function becomeFor(client: pg.PoolClient, standing: Standing, identity: Identity): Promise<unknown> {
  const told = settings(standing, identity);
  const wanted = JSON.stringify(Object.values(told));
  if (standing.current === wanted) return Promise.resolve();
  standing.current = null;
  const names = Object.keys(told);
  const text = `${kept} select ${names.map((name, place) => `set_config('${name}', $${place + 1}, false)`).join(", ")}`;
  return client.query(named({ text, values: Object.values(told) })).then(() => {
    standing.current = wanted;
  });
}

/**
 * How the text of a statement begins that each connection keeps, parsed and mostly planned too, which takes a
 * millisecond or two anew. For those that are asked again and again, and differ in their values alone.
 */
export const kept = "/* kept */";
/** Each connection holds each of them. */
const mostKept = 200;
const keptNames = new Map<string, string>();

/** By its text, for a module that a bundler makes twice over one pool. */
function named(config: pg.QueryConfig): pg.QueryConfig {
  const text = config.text.trimStart();
  if (!text.startsWith(kept)) return config;
  const known = keptNames.get(text);
  if (!known && keptNames.size >= mostKept) return config;
  const name = known ?? `kept_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
  keptNames.set(text, name);
  return { ...config, name, text };
}

/** In one round trip; the answer counts only when the connection had become who it was to be. */
async function queryAs(client: pg.PoolClient, standing: Standing, identity: Identity, config: pg.QueryConfig) {
  const [became, result] = await Promise.allSettled([
    becomeFor(client, standing, identity),
    client.query(named(config)),
  ] as const);
  if (became.status === "rejected") throw became.reason;
  if (result.status === "rejected") throw result.reason;
  return result.value;
}

/** What is told ends with the transaction, so that nobody behind the same pooler inherits it. */
async function queryInTransaction(
  client: pg.PoolClient,
  standing: Standing,
  identity: Identity,
  config: pg.QueryConfig,
) {
  const [begun, result, ended] = await Promise.allSettled([
    client.query(opening(standing, identity)),
    client.query(config),
    client.query("commit"),
  ] as const);
  standing.current = "";
  for (const outcome of [begun, result, ended]) if (outcome.status === "rejected") throw outcome.reason;
  if (result.status === "fulfilled") return result.value;
}

/** For the adapter, which begins its transactions by "BEGIN". */
function openingAs(client: pg.PoolClient, standing: Standing, identity: Identity): Partial<pg.PoolClient> {
  const query = (config: pg.QueryConfig) =>
    client.query(config.text === "BEGIN" ? { ...config, text: opening(standing, identity) } : config);
  return {
    query: query as pg.PoolClient["query"],
    on: client.on.bind(client),
    removeListener: client.removeListener.bind(client),
    release: client.release.bind(client),
  };
}

function opening(standing: Standing, identity: Identity): string {
  // One string without parameters is one message. The organisation was checked to be a UUID.
  const told = Object.entries(settings(standing, identity)).map(([name, value]) => `set local ${name} = '${value}'`);
  return ["begin", ...told].join("; ");
}

/** The owner searches without naming an organisation to row-level security, which would hold it too. */
function settings({ separation, planning }: Standing, { role, organisationId }: Identity) {
  const isOwner = separation !== "role";
  const isViewer = role === "viewer";
  return {
    role: isOwner ? "none" : `hireglass_${isViewer ? "viewer" : "search"}`,
    "app.org": isViewer ? organisationId : "",
    ...(role === "gather" ? gathering : role === "sample" ? sampling : planning),
  };
}

type Known = { pid: number } & Pick<Standing, "separation" | "planning">;

/** What tells how this login is held. PostgreSQL before 16 has no right to take on a role apart from belonging to it. */
const separationSql = `case
  when (select count(*) from pg_roles where rolname in ('hireglass_viewer', 'hireglass_search')
      and pg_has_role(oid, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)
      and has_table_privilege(oid, 'resume', 'SELECT')) = 2 then 'role'
  when (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) then 'none'
  when (select relrowsecurity and relforcerowsecurity from pg_class where oid = 'resume'::regclass) then 'owner'
  else 'none' end`;

/** @returns once it is known how the login is held, and whether a pooler stands in between */
async function learn(client: pg.ClientBase & { processID?: number | null }): Promise<Standing> {
  // A connection that dies emits "error", checked out or idle, and an unheard "error" ends the process.
  client.on("error", () => undefined);
  const { rows } = await client.query<Known>(
    `select pg_backend_pid() as pid, ${separationSql} as separation,
       json_build_object(${planning.map((name) => `'${name}', current_setting('${name}')`).join(", ")}) as planning`,
  );
  const [known] = rows;
  if (!known) throw new Error("A statement without a table gives one row");
  // A pooler makes up the number it gives its clients to cancel by.
  return { ...known, isDirect: client.processID === known.pid, current: null };
}

/** For the state of the server: how far the database itself keeps organisations apart. */
export async function readSeparation(pool: TenantPool): Promise<Separation> {
  const client = await pool.connect();
  try {
    return standingOf(pool, client).separation;
  } finally {
    client.release();
  }
}
