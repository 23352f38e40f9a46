import { inngest } from "@/inngest/client";
import { reportRequested } from "@/inngest/events";
import { failReport, makeReport, removeReport } from "@/lib/report/make-report";

export const makeReportFunction = inngest.createFunction(
  {
    id: "make-report",
    triggers: [reportRequested],
    concurrency: { limit: 2 },
    retries: 2,
    onFailure: ({ event }) => failReport({ ...event.data.event.data, error: "internal" }),
  },
  async ({ event, step }) => {
    const { organisationId, reportId } = event.data;
    await step.run("make", () => makeReport(event.data));
    await step.sleep("until-it-is-fetched", "1d");
    await step.run("remove", () => removeReport({ organisationId, reportId }));
  },
);
