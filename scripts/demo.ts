import { runCli } from "./lib/run-cli.ts";

// npm run demo: a made-up company's library, positions and boards, on the database that `npm start` uses.
await runCli(["demo", ...process.argv.slice(3)]);
