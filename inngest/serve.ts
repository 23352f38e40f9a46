import { serve } from "inngest/next";
import { inngest } from "./client.ts";
import { functions } from "./index.ts";
import { jobMode } from "./mode.ts";

/** The handlers of /api/inngest. Without Inngest keys there is nothing there: the functions run in process. */
export const { GET, POST, PUT } =
  jobMode() === "embedded"
    ? { GET: notFound, POST: notFound, PUT: notFound }
    : serve({ client: inngest, functions, enableUnauthedSync: false });

function notFound() {
  return new Response(null, { status: 404 });
}
