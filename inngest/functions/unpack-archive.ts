import { inngest } from "@/inngest/client";
import { archiveReceived } from "@/inngest/events";
import { finish, unpackArchive } from "@/lib/resume/archive/unpack-archive";

/** Two at once: an archive and one of its files are in memory meanwhile. */
export const unpackArchiveFunction = inngest.createFunction(
  {
    id: "unpack-archive",
    triggers: [archiveReceived],
    concurrency: { limit: 2 },
    retries: 3,
    onFailure: ({ event }) => finish({ ...event.data.event.data, reason: "internal" }),
  },
  ({ event, step }) => step.run("take-out", () => unpackArchive(event.data)),
);
