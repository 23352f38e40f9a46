import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { cache } from "react";

type Standing = { isViewers: boolean };

// One for the process, also when a bundler makes this module twice.
const globals = globalThis as typeof globalThis & { hireglassViewing?: AsyncLocalStorage<Standing> };
globals.hireglassViewing ??= new AsyncLocalStorage();
const handlers = globals.hireglassViewing;

/** While a page is rendered React keeps one of these for the request; elsewhere each call makes another. */
const ofPage = cache((): Standing => ({ isViewers: false }));

/** A handler's request, from before anybody knows who sent it. */
export function inRequest<T>(work: () => T): T {
  return handlers.run({ isViewers: false }, work);
}

/** From here on the request is a viewer's: what it asks of the database is their organisation's. */
export function markViewers() {
  (handlers.getStore() ?? ofPage()).isViewers = true;
}

/** What a viewer sets off but what concerns the whole installation: its health, an address that is taken. */
export function outsideRequest<T>(work: () => T): T {
  return handlers.run({ isViewers: false }, work);
}

export function isViewersRequest(): boolean {
  return (handlers.getStore() ?? ofPage()).isViewers;
}
