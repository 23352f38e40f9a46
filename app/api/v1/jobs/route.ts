import { route } from "@/lib/api/route";
import { listJobs } from "@/lib/job/list-jobs";
import { jobList, listJobsQuery } from "@/lib/job/schema";

/** Background jobs that run, wait or failed in the last 30 days. */
export const GET = route(
  { permission: "settings:read", answer: jobList, query: listJobsQuery },
  async ({ query, viewer }) => Response.json(await listJobs({ ...query, viewer })),
);
