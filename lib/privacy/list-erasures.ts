import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { type ErasureView, erasureView } from "@/lib/privacy/schema";

const most = 200;

/** What is left of people who were erased. */
export async function listErasures({ viewer }: { viewer: Viewer }): Promise<ErasureView[]> {
  assertCan(viewer, "settings:read");
  const rows = await scopedDb(viewer.organisationId).erasure.findMany({
    omit: { files: true, organisationId: true, requestedById: true },
    orderBy: { createdAt: "desc" },
    take: most,
  });
  return rows.map(({ cause, counts, createdAt, finishedAt, ...row }) => ({
    ...row,
    cause: erasureView.shape.cause.parse(cause),
    counts: z.record(z.string(), z.int()).catch({}).parse(counts),
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }));
}
