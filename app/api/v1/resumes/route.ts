import { z } from "zod";
import { withUpload } from "@/lib/api/read-upload";
import { route } from "@/lib/api/route";
import { acceptResume } from "@/lib/resume/accept-resume";
import { isArchiveName, largestArchiveBytes } from "@/lib/resume/archive/limits";
import { deleteResumes } from "@/lib/resume/delete-resumes";
import { listResumesQuery } from "@/lib/resume/filter";
import { listResumes } from "@/lib/resume/list-resumes";
import { deletedCount, importItem, largestFileBytes, resumePage } from "@/lib/resume/schema";

export const GET = route(
  { permission: "resume:read", answer: resumePage, query: listResumesQuery },
  async ({ query, viewer }) => Response.json(await listResumes({ ...query, viewer })),
);

const statusOf = { accepted: 201, archive: 202, duplicate_file: 200, unpacked: 200, refused: 422 };
/** The sender's own id of the file makes sending it again harmless. */
const uploadQuery = z.object({ batchId: z.uuid(), fileId: z.uuid().optional() });
const limitOf = (fileName: string) => (isArchiveName(fileName) ? largestArchiveBytes : largestFileBytes);

/** One file as the request's body. Its name comes in a header: an address would end up in logs. */
export const POST = route(
  { answer: importItem, permission: "resume:import", query: uploadQuery },
  ({ query, viewer, request }) =>
    withUpload(request, limitOf, async (upload) => {
      const item = await acceptResume({ ...query, ...upload, viewer });
      return Response.json(item, { status: statusOf[item.outcome] });
    }),
);

const resumeIds = z.object({ resumeIds: z.array(z.uuid()).min(1).max(1000) });

export const DELETE = route(
  { permission: "resume:delete", answer: deletedCount, body: resumeIds },
  async ({ body, viewer }) => Response.json(await deleteResumes({ ...body, viewer })),
);
