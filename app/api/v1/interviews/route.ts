import { route } from "@/lib/api/route";
import { createInterview } from "@/lib/interview/create-interview";
import { listInterviews } from "@/lib/interview/list-interviews";
import {
  createdInterview,
  createInterviewInput,
  interviewListItem,
  listInterviewsQuery,
} from "@/lib/interview/page-schema";

export const GET = route(
  { permission: "interview:read", answer: interviewListItem.array(), query: listInterviewsQuery },
  async ({ query, viewer }) => {
    const { practice, ...where } = query;
    return Response.json(await listInterviews({ ...where, isPractice: practice === "true", viewer }));
  },
);

export const POST = route(
  { permission: "interview:hold", answer: createdInterview, body: createInterviewInput },
  async ({ body, viewer }) => Response.json(await createInterview({ ...body, viewer }), { status: 201 }),
);
