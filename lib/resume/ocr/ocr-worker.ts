import { constants, setPriority } from "node:os";
import { serveTasks } from "../../process-pool";
import { drawTask, readTask, shrinkTask } from "./ocr-tasks";

// The whole of dist/ocr-worker.mjs: a process that reads or draws one page at a time. It computes with all processors,
// and gives way to whoever waits for a page of the server.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
serveTasks({ read: readTask, draw: drawTask, shrink: shrinkTask });
