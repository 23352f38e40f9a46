import "server-only";
import type { z } from "zod";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { listResumesQuery, ResumeFilter, ResumePage } from "@/lib/resume/schema";
import { queryTokens } from "@/lib/resume/search-tokens";
import { resumeListSelect, toResumeListItem } from "@/lib/resume/view";

type ListResumes = z.infer<typeof listResumesQuery> & { viewer: Viewer };

/** A page of the library, newest first. The cursor names the last row, so deep pages cost no more than the first. */
export async function listResumes({ viewer, cursor, limit, ...filter }: ListResumes): Promise<ResumePage> {
  assertCan(viewer, "resume:read");
  const db = scopedDb(viewer.organisationId);
  const where = { ...visibleResumes(viewer), ...matching(filter) };
  const [rows, total] = await Promise.all([
    db.resume.findMany({
      where: cursor ? { AND: [where, after(cursor)] } : where,
      orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      select: resumeListSelect,
    }),
    db.resume.count({ where }),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    resumes: page.map(toResumeListItem),
    total,
    nextCursor: last ? `${last.receivedAt.toISOString()}_${last.id}` : null,
  };
}

export function matching({ q, state }: ResumeFilter): Prisma.ResumeWhereInput {
  const { tokens, runs } = queryTokens(q);
  return {
    removedAt: null,
    duplicateOfId: null,
    ...(state === "ready" && { state: "COMPLETED" }),
    ...(state === "reading" && { state: { in: ["PENDING", "PROCESSING"] } }),
    ...(state === "unreadable" && { state: "FAILED" }),
    ...(tokens.length > 0 && { searchTokens: { hasEvery: tokens } }),
    // All pairs of a run may stand apart from each other; the text has the last word.
    ...(runs.length > 0 && {
      AND: runs.map((run) => ({
        OR: [
          { content: { text: { contains: run, mode: "insensitive" as const } } },
          { fileName: { contains: run, mode: "insensitive" as const } },
          { candidateName: { contains: run, mode: "insensitive" as const } },
        ],
      })),
    }),
  };
}

function after(cursor: string): Prisma.ResumeWhereInput {
  const [time = "", id = ""] = cursor.split("_");
  const receivedAt = new Date(time);
  if (Number.isNaN(receivedAt.getTime()) || !id)
    throw new AppError("bad_request", "invalid_fields", { values: { fields: "cursor" } });
  return { OR: [{ receivedAt: { lt: receivedAt } }, { receivedAt, id: { lt: id } }] };
}
