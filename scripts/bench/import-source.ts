import { mkdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Our own source is written for a bundler: a file of it, bundled and imported. */
export async function importSource<T>(file: string): Promise<T> {
  const outfile = resolve("node_modules/.cache/hireglass-bench", `${basename(file, ".ts")}.mjs`);
  mkdirSync(resolve(outfile, ".."), { recursive: true });
  await build({
    entryPoints: [file],
    outfile,
    ...{ bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "error" },
  });
  return import(pathToFileURL(outfile).href);
}
