import { runCli } from "./lib/run-cli.ts";

await runCli(process.argv.slice(3));
