import { route } from "@/lib/api/route";
import { findSampleData } from "@/lib/sample-data/find-sample-data";
import { removeSampleData } from "@/lib/sample-data/remove-sample-data";
import { requestSampleData } from "@/lib/sample-data/request-sample-data";
import {
  removedSampleData,
  requestedSampleData,
  requestSampleDataInput,
  sampleDataView,
} from "@/lib/sample-data/schema";

export const GET = route({ permission: "resume:import", answer: sampleDataView }, async ({ viewer }) =>
  Response.json(await findSampleData({ viewer })),
);

export const POST = route(
  { permission: "resume:import", answer: requestedSampleData, body: requestSampleDataInput },
  async ({ body, viewer }) => Response.json(await requestSampleData({ ...body, viewer }), { status: 202 }),
);

export const DELETE = route({ permission: "resume:delete", answer: removedSampleData }, async ({ viewer }) =>
  Response.json(await removeSampleData({ viewer })),
);
