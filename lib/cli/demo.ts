import { setTimeout as sleep } from "node:timers/promises";
import { startJobs } from "@/inngest/start";
import { anAdmin, generatePassword } from "@/lib/cli/accounts";
import { systemDb } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { closeOcrPool } from "@/lib/resume/ocr-pool";
import { closeParsePool } from "@/lib/resume/parse-pool";
import { findSampleData } from "@/lib/sample-data/find-sample-data";
import { removeSampleData } from "@/lib/sample-data/remove-sample-data";
import { requestSampleData } from "@/lib/sample-data/request-sample-data";
import { requestSampleDataInput } from "@/lib/sample-data/schema";
import { createFirstAdmin, needsSetUp } from "@/lib/user/set-up";

const demoAdmin = "demo@example.com";

/** Adds the sample data and waits for it. Runs jobs itself, beside those of a server that may be running. */
export async function addDemo({ seed }: { seed?: string }): Promise<number> {
  const input = requestSampleDataInput.safeParse({ seed: seed === undefined ? undefined : Number(seed) });
  if (!input.success) throw new Error("demo: --seed is a whole number from 1 to 1000000");
  if (await needsSetUp()) await createDemoCompany();
  const viewer = await anAdmin();
  const { DATABASE_URL, JOB_CONCURRENCY } = env();
  const { total } = await requestSampleData({ viewer, ...input.data }).catch(inWords);
  const jobs = await startJobs({ connectionString: DATABASE_URL, concurrency: JOB_CONCURRENCY });
  try {
    let shown = -1;
    for (;;) {
      const { state, resumes, positions, applications, decisions } = await findSampleData({ viewer });
      if (resumes !== shown) console.log(`${resumes} / ${total - 1} resumes`);
      shown = resumes;
      if (state === "failed") throw new Error("demo: the sample data could not be added; npm run demo tries again");
      if (state === "completed") {
        console.log(`${positions} positions, ${applications} candidates screened, ${decisions} decisions`);
        console.log("Take it away again: npm run demo -- remove, or the button in the library");
        return 0;
      }
      await sleep(500);
    }
  } finally {
    await jobs.stop();
    await closeParsePool();
    await closeOcrPool();
  }
}

export async function removeDemo(): Promise<number> {
  const { resumes, positions } = await removeSampleData({ viewer: await anAdmin() }).catch(inWords);
  console.log(`Removed ${resumes} resumes and ${positions} positions, with their screenings and decisions`);
  return 0;
}

/** A database with nobody in it gets an admin to sign in as. */
async function createDemoCompany() {
  const password = generatePassword();
  await createFirstAdmin({ email: demoAdmin, name: "演示 Demo", password });
  await systemDb().organisation.updateMany({ data: { name: "云图示例科技 Cloudmap (made up)" } });
  console.log(`Sign in as ${demoAdmin} with ${password}`);
}

/** Errors name sentences of messages/*.json, which the terminal does not read. */
function inWords(error: unknown): never {
  if (error instanceof AppError && error.message === "sample_data_present")
    throw new Error("demo: the sample data is here already; npm run demo -- remove takes it away", { cause: error });
  if (error instanceof AppError && error.message === "sample_data_running")
    throw new Error("demo: the sample data is still being added; try again in a moment", { cause: error });
  throw error;
}
