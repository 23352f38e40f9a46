import { z } from "zod";
import { readUpload } from "@/lib/api/read-upload";
import { route } from "@/lib/api/route";
import { acceptResume } from "@/lib/resume/accept-resume";
import { deleteResumes } from "@/lib/resume/delete-resumes";
import { listResumesQuery } from "@/lib/resume/filter";
import { listResumes } from "@/lib/resume/list-resumes";
import { largestFileBytes } from "@/lib/resume/schema";

export const GET = route({ permission: "resume:read", query: listResumesQuery }, async ({ query, viewer }) =>
  Response.json(await listResumes({ ...query, viewer })),
);

const statusOf = { accepted: 201, duplicate_file: 200, refused: 422 };

/** One file as the request's body. Its name comes in a header: an address would end up in logs. */
export const POST = route(
  { permission: "resume:import", query: z.object({ batchId: z.uuid() }) },
  async ({ query, viewer, request }) => {
    const upload = await readUpload(request, largestFileBytes);
    const item = await acceptResume({ ...query, ...upload, viewer });
    return Response.json(item, { status: statusOf[item.outcome] });
  },
);

const resumeIds = z.object({ resumeIds: z.array(z.uuid()).min(1).max(1000) });

export const DELETE = route({ permission: "resume:delete", body: resumeIds }, async ({ body, viewer }) =>
  Response.json(await deleteResumes({ ...body, viewer })),
);
