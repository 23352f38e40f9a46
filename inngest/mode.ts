/**
 * Who runs the jobs: Inngest when one of its keys is set, else this process, from PostgreSQL.
 * The one place that decides it. It reads the environment by itself, as clients are made on import, which
 * `next build` does with no database or secrets to be had.
 */
export function jobMode(environment: NodeJS.ProcessEnv = process.env): "embedded" | "inngest" {
  refuseDevelopmentMode(environment);
  return environment.INNGEST_EVENT_KEY || environment.INNGEST_SIGNING_KEY ? "inngest" : "embedded";
}

/** In Inngest's development mode an unsigned request runs functions, with results of the sender's making. */
function refuseDevelopmentMode({ NODE_ENV, INNGEST_DEV }: NodeJS.ProcessEnv) {
  if (NODE_ENV === "production" && INNGEST_DEV && !/^(0|false)$/i.test(INNGEST_DEV)) {
    throw new Error("INNGEST_DEV must not be set in production: it switches signature checks off");
  }
}
