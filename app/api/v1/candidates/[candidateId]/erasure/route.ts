import { route } from "@/lib/api/route";
import { erasePerson } from "@/lib/privacy/erase-person";
import { candidatePath, eraseInput, startedErasure } from "@/lib/privacy/schema";

/** Erases a person, for good: `confirmation` is the candidate's number. */
export const POST = route(
  { permission: "person:erase", params: candidatePath, body: eraseInput, answer: startedErasure },
  async ({ params, body, viewer }) => Response.json(await erasePerson({ ...params, ...body, viewer }), { status: 202 }),
);
