import { inngest } from "@/inngest/client";
import { reportRequested } from "@/inngest/events";
import { joinParts, listArchived, makePart } from "@/lib/report/make-archive";
import { failReport, makeReport, removeReport } from "@/lib/report/make-report";

/** A step of this many takes a few seconds: what a kill undoes is made again. */
const reportsPerPart = 25;

export const makeReportFunction = inngest.createFunction(
  {
    id: "make-report",
    triggers: [reportRequested],
    concurrency: { limit: 2 },
    retries: 2,
    onFailure: ({ event }) => failReport({ ...event.data.event.data, error: "internal" }),
  },
  async ({ event, step }) => {
    const { organisationId, reportId, locale, archive, isKept } = event.data;
    const report = { organisationId, reportId };
    if (archive) {
      const { format } = archive;
      const ids = await step.run("list", () => listArchived({ ...report, ...archive }));
      const parts = Array.from({ length: Math.ceil(ids.length / reportsPerPart) }, (_, part) => part * reportsPerPart);
      for (const from of parts) {
        const applicationIds = ids.slice(from, from + reportsPerPart);
        const part = { ...report, format, locale, applicationIds, from, total: ids.length };
        await step.run(`make-${from}`, () => makePart(part));
      }
      await step.run("join", () => joinParts({ ...report, parts }));
    } else await step.run("make", () => makeReport({ ...report, locale }));
    if (isKept) return;
    await step.sleep("until-it-is-fetched", "1d");
    await step.run("remove", () => removeReport(report));
  },
);
