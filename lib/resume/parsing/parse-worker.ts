import { serveTasks } from "../../process-pool";
import { extractTask, htmlTask, parseTask, photoTask, readTask } from "./parse-tasks";

// The whole of dist/parse-worker.mjs: a process that reads one file at a time.

// For damaged files pdf.js leaves rejected promises behind that nobody waits for; what matters reaches the awaited calls.
process.on("unhandledRejection", () => undefined);
serveTasks({ parse: parseTask, read: readTask, extract: extractTask, toHtml: htmlTask, findPhoto: photoTask });
