import { inngest } from "@/inngest/client";
import { videoReceived } from "@/inngest/events";
import { readVideo } from "@/lib/video/read-video";

export const readVideoFunction = inngest.createFunction(
  { id: "read-video", triggers: [videoReceived], concurrency: { limit: 2 }, retries: 5 },
  ({ event, step }) => step.run("read", () => readVideo(event.data)),
);
