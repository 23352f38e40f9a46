import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { showImportItems } from "@/lib/resume/blind/show-import-items";
import type { ImportItem } from "@/lib/resume/schema";
import { type ImportItemRow, toImportItem } from "@/lib/resume/view";

/** The lines of the viewer's own import, in the order the files came. */
export async function listImportItems({ batchId, viewer }: { batchId: string; viewer: Viewer }): Promise<ImportItem[]> {
  assertCan(viewer, "resume:import");
  const { organisationId, userId } = viewer;
  // As `importItemSelect`, by hand: a page asks for thousands of lines each second while they are read.
  const rows = await scopedDb(organisationId).$queryRaw<ImportItemRow[]>`
    select item.id, item.batch_id as "batchId", item.file_name as "fileName", item.file_size as "fileSize",
      item.client_file_id as "clientFileId", item.outcome, item.reason, item.resume_id as "resumeId",
      case when resume.id is not null then json_build_object('id', resume.id, 'fileName', resume.file_name,
        'state', resume.state, 'failureReason', resume.failure_reason, 'ocrPages', resume.ocr_pages,
        'ocrPagesDone', resume.ocr_pages_done, 'candidateName', resume.candidate_name,
        'duplicateOf', case when earlier.id is not null then json_build_object('id', earlier.id,
          'fileName', earlier.file_name, 'candidateName', earlier.candidate_name) end) end as resume
    from import_item item
    join import_batch batch on batch.id = item.batch_id
    left join resume on resume.id = item.resume_id
    left join resume earlier on earlier.id = resume.duplicate_of_id
    where item.batch_id = ${batchId}::uuid and item.organisation_id = ${organisationId}::uuid
      and batch.created_by_id = ${userId}::uuid
    order by item.created_at`;
  return showImportItems(viewer, rows.map(toImportItem));
}
