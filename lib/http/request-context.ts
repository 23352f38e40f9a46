import { AsyncLocalStorage } from "node:async_hooks";

type RequestContext = { requestId: string };

// The bundles of a build each load this file; the context is one.
const globals = globalThis as typeof globalThis & { hireglassRequest?: AsyncLocalStorage<RequestContext> };
globals.hireglassRequest ??= new AsyncLocalStorage();

/** The request that is being answered here; undefined in a job. */
export function requestContext(): AsyncLocalStorage<RequestContext> {
  globals.hireglassRequest ??= new AsyncLocalStorage();
  return globals.hireglassRequest;
}
