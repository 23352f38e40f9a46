import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { Inngest } from "inngest";
import { z } from "zod";
import type { OutboxEvent } from "../outbox.ts";
import { toJson } from "./json.ts";
import { silentSdkLogger } from "./logger.ts";
import { checkpointRequest, sendRequest } from "./protocol.ts";
import { runningWorkers } from "./registry.ts";
import { makeSigningKey } from "./signing.ts";

/** What the client's outgoing calls reach instead of Inngest's servers. */
export type ClientBackend = {
  send: (events: OutboxEvent[]) => Promise<string[]>;
  /** False when the caller no longer holds the task's lease. */
  checkpoint: (request: z.infer<typeof checkpointRequest>) => Promise<boolean>;
};

type Link = { signingKey: string; backend: ClientBackend | null };
const links = new WeakMap<Inngest.Any, Link>();

/**
 * A client whose functions run in process. It is in cloud mode with a random signing key, so that its handler,
 * were it ever reachable, refuses every request but the worker's.
 */
export function createEmbeddedClient({ id }: { id: string }) {
  const link: Link = { signingKey: makeSigningKey(), backend: null };
  const client = new Inngest({
    id,
    isDev: false,
    eventKey: "embedded",
    baseUrl: "http://embedded.local",
    signingKey: link.signingKey,
    // One call runs a function to its end; the SDK would stop for a new request after ten seconds.
    checkpointing: { maxRuntime: 0 },
    logger: silentSdkLogger,
    fetch: (input, init) => answer(id, link, new Request(input, init)),
  });
  links.set(client, link);
  return client;
}

export function embeddedLink(client: Inngest.Any): Link {
  const link = links.get(client);
  if (!link) throw new Error("The embedded jobs need a client made by createEmbeddedClient");
  return link;
}

async function answer(appId: string, link: Link, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method === "POST" && pathname.startsWith("/e/")) {
    const events = sendRequest.parse(await request.json());
    const backend = link.backend ?? [...runningWorkers()].find((worker) => worker.appId === appId);
    if (!backend) throw new Error("No embedded jobs run in this process: start them, or use enqueue()");
    const ids = await backend.send(events.map((event) => ({ ...event, id: eventId(event), v: event.v ?? undefined })));
    return Response.json({ ids, status: 200 });
  }
  if (request.method === "POST" && /^\/v1\/checkpoint\/[^/]+\/async$/.test(pathname) && link.backend) {
    const isCurrent = await link.backend.checkpoint(checkpointRequest.parse(await request.json()));
    return Response.json({}, { status: isCurrent ? 200 : 409 });
  }
  return Response.json({ error: `${pathname} is not supported by the embedded jobs`, status: 501 }, { status: 501 });
}

const asyncContext = z.object({
  execution: z.object({
    instance: z.custom<object>((value) => typeof value === "object" && value !== null),
    ctx: z.object({ runId: z.string() }),
    executingStep: z.object({ hashedId: z.string().optional() }).optional(),
  }),
});
const sendCounts = new WeakMap<object, Map<string, number>>();

/**
 * A step that runs again, after a crash or an error, sends its events with the ids of the first time, so that they
 * start nothing twice. The id is made of the run, the step, the event and, for equal events, their number.
 */
function eventId(event: z.infer<typeof sendRequest>[number]): string | undefined {
  if (event.id) return event.id;
  const context = asyncContext.safeParse(currentAsyncContext());
  if (!context.success) return undefined;
  const { instance, ctx, executingStep } = context.data.execution;
  const counts = sendCounts.get(instance) ?? new Map<string, number>();
  sendCounts.set(instance, counts);
  const cause = toJson([ctx.runId, executingStep?.hashedId, event.name, event.data]);
  const count = counts.get(cause) ?? 0;
  counts.set(cause, count + 1);
  return createHash("sha256").update(`${cause}${count}`).digest("hex").slice(0, 32);
}

/** The SDK keeps its AsyncLocalStorage here for other libraries to read (components/execution/als). */
function currentAsyncContext(): unknown {
  const cache: unknown = Reflect.get(globalThis, Symbol.for("inngest:als"));
  const storage = typeof cache === "object" && cache !== null && "resolved" in cache ? cache.resolved : null;
  return storage instanceof AsyncLocalStorage ? storage.getStore() : undefined;
}
