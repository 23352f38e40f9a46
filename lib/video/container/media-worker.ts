import { serveTasks } from "../../process-pool";
import { joinContainers } from "./join-containers";
import { extractAudio, MediaError, readContainer } from "./read-container";

/** A recording that cannot be used is an answer, not a failure of the process. */
function answering<Input, Result>(work: (input: Input) => Promise<Result>) {
  return async (input: Input) => {
    try {
      return { ok: true as const, result: await work(input) };
    } catch (error) {
      return { ok: false as const, reason: error instanceof MediaError ? error.reason : ("media_unreadable" as const) };
    }
  };
}

// The whole of dist/media-worker.mjs.
serveTasks({
  facts: answering(({ path }: { path: string }) => readContainer(path)),
  audio: answering(extractAudio),
  join: answering(joinContainers),
});
