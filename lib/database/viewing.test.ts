import { globSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { accountsDb, countersDb, scopedDb, systemDb } from "@/lib/db";
import { useWorkspace } from "@/lib/testing/workspace";
import { inRequest, markViewers, outsideRequest } from "./viewing";

useWorkspace();

/** Who may take a client that row-level security does not hold, each for a reason. */
const reviewed: Record<string, Record<string, string>> = {
  systemDb: {
    "inngest/stats.ts": "the jobs of the whole installation",
    "lib/ai/remove-old-calls.ts": "job",
    "lib/ai/settings/is-any-model-set-up.ts": "the state of the installation",
    "lib/audit/verify-audit.ts": "terminal: the chains of all",
    "lib/auth/forget-old-windows.ts": "job",
    "lib/auth/provider/sign-in-with-provider.ts": "before a viewer",
    "lib/auth/sessions.ts": "signing in and out, before a viewer; job",
    "lib/auth/sign-in.ts": "before a viewer",
    "lib/cli/accounts.ts": "terminal",
    "lib/cli/demo.ts": "terminal",
    "lib/health/read-health.ts": "the state of the installation",
    "lib/job/change-job.ts": "the engine's tables are nobody's",
    "lib/job/list-jobs.ts": "schedules are nobody's",
    "lib/metrics/read-metrics.ts": "the state of the installation",
    "lib/parse-account/use-parse-account.ts": "tells whose a service's call is",
    "lib/privacy/retention.ts": "job over all organisations",
    "lib/report/schedules/schedules.ts": "job over all organisations",
    "lib/resume/corrections/list-examples.ts": "terminal",
    "lib/resume/direct-upload/remove-unfinished-uploads.ts": "job over all organisations",
    "lib/rotate-vault.ts": "terminal",
    "lib/storage/sweep.ts": "job over all organisations",
    "lib/user/invitations.ts": "an address has one account in all organisations; a link before there is an account",
    "lib/user/reset-password.ts": "terminal",
    "lib/user/set-up.ts": "before there is an organisation",
    "lib/video/invites/answer-invite.ts": "a candidate's link, without an account",
    "lib/video/purge-videos.ts": "job over all organisations",
    "lib/video/uploads/receive-parts.ts": "job over all organisations",
    "lib/webhook/remove-old-deliveries.ts": "job",
  },
  accountsDb: { "lib/auth/find-viewer.ts": "says who a viewer is" },
  countersDb: { "lib/auth/rate-limit.ts": "counters are nobody's" },
  searchDb: {
    "lib/resume/count-facet.ts": "counts by the library's indexes",
    "lib/resume/count-resumes.ts": "counts by the library's indexes",
    "lib/resume/find-similar.ts": "proposes by keys and bands",
    "lib/resume/match-resumes.ts": "finds by words",
  },
  outsideRequest: {
    "app/(workspace)/settings/system/page.tsx": "an admin reads the state of the installation",
    "lib/job/change-job.ts": "an admin ends a job, which the engine's tables hold",
    "lib/job/list-jobs.ts": "schedules are nobody's, and an admin sees them",
    "lib/resume/accept-resume.ts": "counts the tasks of all organisations",
    "lib/user/invitations.ts": "an address has one account in all organisations",
  },
};

const sources = globSync("{app,components,inngest,lib}/**/*.{ts,tsx}", { exclude: ["**/*.test.ts", "lib/testing/**"] })
  .filter((path) => !/^lib\/(db|database\/viewing)\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

test.each(Object.entries(reviewed))("%s is taken where that was thought about, and nowhere else", (name, places) => {
  const uses = sources.filter(({ text }) => new RegExp(`\\b${name}\\b`).test(text)).map(({ path }) => path);
  expect(uses.sort()).toEqual(Object.keys(places).sort());
});

test("only one file tells the database whose rows to show, and opens connections for viewers", () => {
  const telling = sources.filter(({ text }) => text.includes("app.org")).map(({ path }) => path);
  expect(telling).toEqual(["lib/database/tenant-pool.ts"]);
  const opening = sources
    .filter(({ text }) => /new pg\.(?:Pool|Client)|new PrismaClient/.test(text))
    .map(({ path }) => path);
  expect(opening.sort()).toEqual([
    "inngest/embedded/database.ts",
    "inngest/embedded/notifications.ts",
    "lib/backup/database.ts",
    "lib/database/tenant-pool.ts",
  ]);
});

test("once a request has its viewer, the client without an organisation is refused in it", async () => {
  const answers = await Promise.all([
    inRequest(async () => {
      expect(() => systemDb()).not.toThrow();
      await sleep(5);
      markViewers();
      await sleep(5);
      expect(() => systemDb()).toThrow(/past their organisation/);
      // What was begun in it is of it too.
      await Promise.all([1, 2].map(async () => expect(() => systemDb()).toThrow()));
      expect(() => [countersDb(), accountsDb(), scopedDb("00000000-0000-4000-8000-000000000000")]).not.toThrow();
      expect(await outsideRequest(() => systemDb().user.count())).toBe(0);
      expect(() => systemDb()).toThrow();
    }),
    inRequest(async () => {
      await sleep(7);
      // Another request's viewer is not this one's.
      expect(() => systemDb()).not.toThrow();
    }),
  ]);
  expect(answers).toHaveLength(2);
  expect(() => systemDb()).not.toThrow();
});
