import { serveTasks } from "../../process-pool";
import { drawTask, readTask, shrinkTask } from "./ocr-tasks";

// The whole of dist/ocr-worker.mjs: a process that reads or draws one page at a time.
serveTasks({ read: readTask, draw: drawTask, shrink: shrinkTask });
