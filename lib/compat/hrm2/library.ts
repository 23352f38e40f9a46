import "server-only";
import { randomUUID } from "node:crypto";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { addComment } from "@/lib/comment/write-comment";
import { type Prisma, scopedDb } from "@/lib/db";
import { openResumes } from "@/lib/resume/blind/blindings";
import { correctValue } from "@/lib/resume/corrections/correct-value";
import { deleteResumes } from "@/lib/resume/delete-resumes";
import { type Answer, Hrm2Error, notFound } from "./answer";
import { type Call, type Fields, given, isFields, isoTime, isTrue, readPage, requiredIds, window } from "./call";
import { guessName } from "./guess-name";
import { showResumes } from "./hide-person";
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

/** E23 GET. */
export async function listLibrary({ viewer, query }: Call): Promise<Answer> {
  assertCan(viewer, "resume:read");
  const page = readPage(query, { size: 20, most: 100 });
  const keyword = query.get("keyword");
  const contains = { contains: keyword ?? "", mode: "insensitive" as const };
  const isScreened = query.has("is_screened") ? isTrue(query, "is_screened") : null;
  const isAssigned = query.has("is_assigned") ? isTrue(query, "is_assigned") : null;
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
  return { message: "简历库。", data: { resumes: (await showResumes(viewer, rows)).map(toListItem), total, ...page } };
}

/** E23 POST: 200 also when all were there already. */
export async function addToLibrary(call: Call): Promise<Answer> {
  const { viewer } = call;
  assertCan(viewer, "resume:import");
  const sent = given(call, "resumes");
  if (!Array.isArray(sent) || sent.length === 0) throw new Hrm2Error(400, "resumes 应为非空数组。");
  if (sent.length > mostAtOnce) throw new Hrm2Error(400, `一次最多上传 ${mostAtOnce} 份简历。`);
  const texts = sent.map(readText);
  const batchId = randomUUID();
  const uploaded: { id: string; filename: string; candidate_name: string | null }[] = [];
  const skipped: { filename: string; reason: string }[] = [];
  for (const { name, content, type } of texts) {
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
}

/** E24 GET. */
export async function getLibraryItem({ viewer, params }: Call): Promise<Answer> {
  const row = await findItem(params.resumeId ?? "", viewer);
  const { content_preview, ...item } = toListItem(row);
  const text = row.content?.text ?? "";
  const more = { file_hash: hashOf(row), content: text, updated_at: isoTime(row.parsedAt ?? row.receivedAt) };
  return { message: "简历详情。", data: { ...item, ...more } };
}

/** E24 PUT: the name is entered as a person's correction, the note stands among the comments. */
export async function changeLibraryItem({ viewer, params, body }: Call): Promise<Answer> {
  const row = await findItem(params.resumeId ?? "", viewer);
  const { candidate_name: name, notes } = body;
  assertCan(viewer, "resume:write");
  for (const value of [name, notes])
    if (value !== undefined && value !== null && typeof value !== "string") throw new Hrm2Error(400, "字段应为文字。");
  if (typeof name === "string" && name.length > 100) throw new Hrm2Error(400, "candidate_name 最多 100 个字符。");
  if (typeof name === "string" && name.trim() !== "" && name !== row.candidateName)
    await correctValue({ resumeId: row.id, path: "name", value: name, viewer });
  if (typeof notes === "string" && notes.trim() !== "" && notes !== row.comments[0]?.text)
    await addComment({ resumeId: row.id, text: notes.slice(0, 5000), viewer });
  return { message: "简历已更新。", data: { id: row.id } };
}

/** E24 DELETE. */
export async function removeLibraryItem({ viewer, params }: Call): Promise<Answer> {
  const { id } = await findItem(params.resumeId ?? "", viewer);
  await deleteResumes({ resumeIds: [id], viewer });
  return { message: "简历已删除。" };
}

/** E25. */
export async function removeManyLibraryItems(call: Call): Promise<Answer> {
  const { deleted } = await deleteResumes({ resumeIds: requiredIds(call, "resume_ids"), viewer: call.viewer });
  return { message: `已删除 ${deleted} 份简历。`, data: { deleted_count: deleted } };
}

/** E26: by whole hashes only. */
export async function checkHashes(call: Call): Promise<Answer> {
  const { viewer } = call;
  assertCan(viewer, "resume:read");
  const hashes = given(call, "hashes");
  if (!Array.isArray(hashes) || hashes.length === 0) throw new Hrm2Error(400, "hashes 应为非空数组。");
  const known = await scopedDb(viewer.organisationId).resume.findMany({
    where: { fileHash: { in: hashes.map(String) }, removedAt: null, ...visibleResumes(viewer) },
    select: { fileHash: true },
  });
  const found = new Set(known.map(({ fileHash }) => fileHash));
  const exists = Object.fromEntries(hashes.map((hash) => [String(hash), found.has(String(hash))]));
  const count = Object.values(exists).filter(Boolean).length;
  return { message: "查重完成。", data: { exists, existing_count: count } };
}

function readText(value: unknown): { name: string; content: string; type: string } {
  if (!isFields(value)) throw new Hrm2Error(400, "resumes 的每一项应为对象。");
  const { name, content, metadata } = value;
  const meta: Fields = isFields(metadata) ? metadata : {};
  if (content !== undefined && content !== null && typeof content !== "string")
    throw new Hrm2Error(400, "content 应为文字。");
  const shown = typeof name === "string" && name.trim() !== "" ? name : "未命名";
  if (shown.length > 255) throw new Hrm2Error(400, "文件名最多 255 个字符。");
  return { name: shown, content: content ?? "", type: typeof meta.type === "string" ? meta.type.slice(0, 50) : "" };
}

async function nameOf(resumeId: string, viewer: Viewer, sent: { name: string; content: string }) {
  const where = { id: resumeId };
  const row = await scopedDb(viewer.organisationId).resume.findUnique({ where, select: { candidateName: true } });
  return row?.candidateName ?? guessName(sent.name, sent.content);
}

async function findItem(resumeId: string, viewer: Viewer): Promise<ItemRow> {
  assertCan(viewer, "resume:read");
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
