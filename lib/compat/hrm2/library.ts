import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { addComment } from "@/lib/comment/write-comment";
import { type Prisma, scopedDb } from "@/lib/db";
import { openResumes } from "@/lib/resume/blind/blindings";
import { correctValue } from "@/lib/resume/corrections/correct-value";
import { deleteResumes } from "@/lib/resume/delete-resumes";
import { notFound } from "./answer";
import * as answers from "./answers";
import { guessName } from "./guess-name";
import { showResumes } from "./hide-person";
import { isoTime } from "./iso-time";
import { ids, operation, pageFields, window } from "./operation";
import { acceptText, findByText, textHash } from "./resumes";

const mostAtOnce = 50;
const previewLength = 200;

const itemSelect = {
  ...{ id: true, fileName: true, fileHash: true, fileSize: true, fileKind: true, declaredType: true },
  ...{ candidateName: true, receivedAt: true, parsedAt: true },
  content: { select: { text: true } },
  comments: {
    where: { deletedAt: null, applicationId: null },
    orderBy: { createdAt: "desc" },
    take: 1,
    select: { text: true },
  },
  _count: {
    select: {
      runs: { where: { state: "completed" } },
      applications: { where: { assignedAt: { not: null }, position: { archivedAt: null, isListed: true } } },
    },
  },
} satisfies Prisma.ResumeSelect;
type ItemRow = Prisma.ResumeGetPayload<{ select: typeof itemSelect }>;

/** Only the word `true` is true; nothing is either. */
const yesOrNo = z
  .string()
  .transform((value) => value.toLowerCase() === "true")
  .nullable()
  .default(null);

/** E23 GET. */
export const listLibrary = operation(
  {
    permission: "resume:read",
    fields: z.object({
      keyword: z.string().optional(),
      ...{ is_screened: yesOrNo, is_assigned: yesOrNo },
      ...pageFields({ size: 20, most: 100 }),
    }),
    data: answers.library,
  },
  async ({ viewer, fields: { keyword, is_screened: isScreened, is_assigned: isAssigned, ...page } }) => {
    const contains = { contains: keyword ?? "", mode: "insensitive" as const };
    const screened = { state: "completed" as const };
    const assigned = { assignedAt: { not: null }, position: { archivedAt: null, isListed: true } };
    const where: Prisma.ResumeWhereInput = {
      ...{ removedAt: null, duplicateOfId: null, ...visibleResumes(viewer) },
      ...(keyword && { OR: [{ fileName: contains }, { candidateName: contains }] }),
      ...(isScreened !== null && { runs: isScreened ? { some: screened } : { none: screened } }),
      AND: [
        ...(isAssigned === null ? [] : [{ applications: isAssigned ? { some: assigned } : { none: assigned } }]),
        ...(keyword ? [openResumes(viewer)] : []),
      ],
    };
    const db = scopedDb(viewer.organisationId);
    const orderBy: Prisma.ResumeOrderByWithRelationInput[] = [{ receivedAt: "desc" }, { id: "desc" }];
    const rows = await db.resume.findMany({ where, orderBy, ...window(page), select: itemSelect });
    const total = await db.resume.count({ where });
    return {
      message: "简历库。",
      data: { resumes: (await showResumes(viewer, rows)).map(toListItem), total, ...page },
    };
  },
);

const sentText = z.looseObject({
  name: z.string().max(255).nullish(),
  content: z
    .string()
    .nullish()
    .transform((value) => value ?? ""),
  metadata: z.looseObject({ type: z.string().nullish() }).nullish(),
});

/** E23 POST: 200 also when all were there already. */
export const addToLibrary = operation(
  {
    permission: "resume:import",
    fields: z.object({ resumes: z.array(sentText).min(1).max(mostAtOnce, `一次最多上传 ${mostAtOnce} 份简历。`) }),
    data: answers.uploaded,
  },
  async ({ viewer, fields: { resumes } }) => {
    const batchId = randomUUID();
    const uploaded: { id: string; filename: string; candidate_name: string | null }[] = [];
    const skipped: z.input<typeof answers.uploaded>["skipped"] = [];
    for (const sent of resumes) {
      const { content } = sent;
      const name = sent.name?.trim() ? sent.name : "未命名";
      const type = sent.metadata?.type?.slice(0, 50) ?? "";
      if (content.trim() === "") skipped.push({ filename: name, reason: "内容为空" });
      else if (await findByText(content, viewer)) skipped.push({ filename: name, reason: "简历已存在" });
      else {
        const id = await acceptText({ name, content, type, batchId, viewer });
        uploaded.push({ id, filename: name, candidate_name: await nameOf(id, viewer, { name, content }) });
      }
    }
    return {
      message: `已上传 ${uploaded.length} 份，跳过 ${skipped.length} 份。`,
      data: { uploaded, skipped, uploaded_count: uploaded.length, skipped_count: skipped.length },
    };
  },
);

/** E24 GET. */
export const getLibraryItem = operation(
  { permission: "resume:read", data: answers.libraryDetail },
  async ({ viewer, params }) => {
    const row = await findItem(params.resumeId ?? "", viewer);
    const { content_preview, ...item } = toListItem(row);
    const text = row.content?.text ?? "";
    const more = { file_hash: hashOf(row), content: text, updated_at: isoTime(row.parsedAt ?? row.receivedAt) };
    return { message: "简历详情。", data: { ...item, ...more } };
  },
);

/** E24 PUT: the name is entered as a person's correction, the note stands among the comments. */
export const changeLibraryItem = operation(
  {
    permission: "resume:write",
    fields: z.object({ candidate_name: z.string().max(100).nullish(), notes: z.string().nullish() }),
    data: answers.changedItem,
  },
  async ({ viewer, params, fields: { candidate_name: name, notes } }) => {
    const row = await findItem(params.resumeId ?? "", viewer);
    if (name?.trim() && name !== row.candidateName)
      await correctValue({ resumeId: row.id, path: "name", value: name, viewer });
    if (notes?.trim() && notes !== row.comments[0]?.text)
      await addComment({ resumeId: row.id, text: notes.slice(0, 5000), viewer });
    return { message: "简历已更新。", data: { id: row.id } };
  },
);

/** E24 DELETE. */
export const removeLibraryItem = operation({ permission: "resume:delete" }, async ({ viewer, params }) => {
  const { id } = await findItem(params.resumeId ?? "", viewer);
  await deleteResumes({ resumeIds: [id], viewer });
  return { message: "简历已删除。" };
});

/** E25. */
export const removeManyLibraryItems = operation(
  { permission: "resume:delete", fields: z.object({ resume_ids: ids }), data: answers.deletedItems },
  async ({ viewer, fields }) => {
    const { deleted } = await deleteResumes({ resumeIds: fields.resume_ids, viewer });
    return { message: `已删除 ${deleted} 份简历。`, data: { deleted_count: deleted } };
  },
);

/** E26: by whole hashes only. */
export const checkHashes = operation(
  {
    permission: "resume:read",
    fields: z.object({ hashes: z.array(z.coerce.string()).min(1) }),
    data: answers.knownHashes,
  },
  async ({ viewer, fields: { hashes } }) => {
    const known = await scopedDb(viewer.organisationId).resume.findMany({
      where: { fileHash: { in: hashes }, removedAt: null, ...visibleResumes(viewer) },
      select: { fileHash: true },
    });
    const found = new Set(known.map(({ fileHash }) => fileHash));
    const exists = Object.fromEntries(hashes.map((hash) => [hash, found.has(hash)]));
    const count = Object.values(exists).filter(Boolean).length;
    return { message: "查重完成。", data: { exists, existing_count: count } };
  },
);

async function nameOf(resumeId: string, viewer: Viewer, sent: { name: string; content: string }) {
  const where = { id: resumeId };
  const row = await scopedDb(viewer.organisationId).resume.findUnique({ where, select: { candidateName: true } });
  return row?.candidateName ?? guessName(sent.name, sent.content);
}

async function findItem(resumeId: string, viewer: Viewer): Promise<ItemRow> {
  const where = { id: resumeId, removedAt: null, ...visibleResumes(viewer) };
  const found = await scopedDb(viewer.organisationId).resume.findFirst({ where, select: itemSelect });
  const [row] = await showResumes(viewer, found ? [found] : []);
  if (!row) throw notFound("简历");
  return row;
}

/** Of the text, which for a text file is the file. */
function hashOf({ fileKind, fileHash, content }: ItemRow): string {
  return fileKind === "txt" || !content ? fileHash : textHash(content.text);
}

function toListItem(row: ItemRow) {
  const text = row.content?.text ?? "";
  return {
    id: row.id,
    filename: row.fileName,
    file_hash: hashOf(row).slice(0, 8),
    file_size: row.fileSize,
    file_type: row.declaredType,
    candidate_name: row.candidateName ?? guessName(row.fileName, text),
    is_screened: row._count.runs > 0,
    is_assigned: row._count.applications > 0,
    notes: row.comments[0]?.text ?? null,
    created_at: isoTime(row.receivedAt),
    content_preview: text.length > previewLength ? `${text.slice(0, previewLength)}...` : text,
  };
}
