import { z } from "zod";
import { route } from "@/lib/api/route";
import { assignResumes } from "@/lib/application/assign-resumes";
import { listApplications } from "@/lib/application/list-applications";
import {
  applicationListItem,
  assignment,
  assignResumesInput,
  undoAssignmentInput,
  undoneAssignment,
} from "@/lib/application/schema";
import { undoAssignment } from "@/lib/application/undo-assignment";

const params = z.object({ positionId: z.uuid() });

export const GET = route(
  { answer: applicationListItem.array(), permission: "position:read", params },
  async ({ params, viewer }) => Response.json(await listApplications({ ...params, viewer })),
);

export const POST = route(
  { permission: "application:assign", answer: assignment, params, body: assignResumesInput },
  async ({ params, body, viewer }) =>
    Response.json(await assignResumes({ ...params, ...body, viewer }), { status: 201 }),
);

export const DELETE = route(
  { permission: "application:assign", answer: undoneAssignment, params, body: undoAssignmentInput },
  async ({ params, body, viewer }) => Response.json(await undoAssignment({ ...params, ...body, viewer })),
);
