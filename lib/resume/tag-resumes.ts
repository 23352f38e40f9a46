import "server-only";
import { recordAudits } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { mostTags } from "@/lib/resume/page-kinds";

type TagResumes = { resumeIds: string[]; add: string[]; remove: string[]; viewer: Viewer };

/**
 * Puts tags on resumes and takes tags off, one or many at once. A resume that already is as wished is left alone and
 * not counted, so a double click does nothing twice.
 *
 * @throws conflict when a resume would carry more than {@link mostTags}
 */
export async function tagResumes({ resumeIds, add, remove, viewer }: TagResumes): Promise<{ changed: number }> {
  assertCan(viewer, "resume:write");
  return scopedDb(viewer.organisationId).$transaction(async (tx) => {
    // Locked, so that two people who tag one resume at once both have their tag on it.
    await tx.$queryRaw`select id from resume where id = any(${resumeIds}::uuid[]) order by id for update`;
    const rows = await tx.resume.findMany({
      where: { id: { in: resumeIds }, removedAt: null, ...visibleResumes(viewer) },
      select: { id: true, tags: true },
    });
    const changes = rows.flatMap(({ id, tags }) => {
      const next = [...new Set([...tags.filter((tag) => !remove.includes(tag)), ...add])];
      return next.length === tags.length && next.every((tag) => tags.includes(tag)) ? [] : [{ id, tags: next }];
    });
    if (changes.some(({ tags }) => tags.length > mostTags)) {
      throw new AppError("conflict", "too_many_tags", { values: { most: mostTags } });
    }
    const details = { added: add.length, removed: remove.length };
    for (const { id, tags } of changes) {
      await tx.resume.update({ where: { id }, data: { tags } });
    }
    const event = { viewer, action: "resume.tagged", subjectType: "resume", details };
    await recordAudits(
      tx,
      changes.map(({ id }) => ({ ...event, subjectId: id })),
    );
    return { changed: changes.length };
  });
}
