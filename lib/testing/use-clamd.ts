import { afterAll, afterEach, beforeAll } from "vitest";
import { resetEnv } from "@/lib/env";
import { startClamd } from "@/lib/testing/clamd-server";

/** A scanner for the tests of a file: none is configured before a test asks for one. */
export function useClamd() {
  const kept: { clamd?: Awaited<ReturnType<typeof startClamd>> } = {};
  const running = () => {
    if (!kept.clamd) throw new Error("asked for before the tests began");
    return kept.clamd;
  };
  const configure = (url: string | undefined) => {
    if (url) process.env.CLAMD_URL = url;
    else delete process.env.CLAMD_URL;
    resetEnv();
  };
  beforeAll(async () => {
    kept.clamd = await startClamd();
  });
  afterEach(() => {
    running().state.mode = "scans";
    configure(undefined);
  });
  afterAll(() => running().close());
  return {
    state: () => running().state,
    /** Has files scanned by it, or by whoever answers at another address. */
    scan: (url?: string) => configure(url ?? running().url),
  };
}
