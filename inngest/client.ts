import { Inngest } from "inngest";
import { createEmbeddedClient } from "./embedded/embedded-client.ts";
import { silentSdkLogger } from "./embedded/logger.ts";
import { jobMode } from "./mode.ts";

const id = "hireglass";

/** Functions are made with `inngest.createFunction`, whoever runs them. */
export const inngest =
  jobMode() === "embedded" ? createEmbeddedClient({ id }) : new Inngest({ id, logger: silentSdkLogger });
