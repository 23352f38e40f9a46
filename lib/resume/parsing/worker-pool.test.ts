import path from "node:path";
import { expect, test } from "vitest";
import { buildWorker } from "./fixtures/build-worker";
import { makePdf } from "./fixtures/make-pdf";
import { createParsePool } from "./worker-pool";

test("the bundled worker parses, and bad files come back with their reason", async () => {
  const workerFile = await buildWorker(path.join(process.cwd(), "node_modules", ".cache", "parse-worker-test"));
  const pool = createParsePool({ workerFile, processes: 1 });
  const task = { bytes: makePdf([[{ text: "Jane Miller", x: 60, y: 60 }]]), fileName: "a.pdf", asOf: "2026-11-21" };
  expect(await pool.parse(task)).toMatchObject({ ok: true, profile: { name: { value: "Jane Miller" } } });
  expect(await pool.parse({ ...task, bytes: new Uint8Array() })).toEqual({ ok: false, reason: "empty_file" });
  await pool.close();
});
