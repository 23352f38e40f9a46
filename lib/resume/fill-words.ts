import "server-only";
import { scopedDb, type Transaction } from "@/lib/db";
import { begunWords } from "@/lib/resume/parsing/index/search-tokens";

const rowsAtOnce = 200;
const mostMs = 60_000;

/**
 * Fills in the words of some resumes that were read before words were kept, so that they are found by the beginning
 * of a word too. Safe to repeat, and to run while resumes are being read.
 *
 * @returns whether there may be more
 */
export async function fillWords({ organisationId }: { organisationId: string }): Promise<{ isMore: boolean }> {
  const fill = async (tx: Transaction) => {
    const rows = await tx.$queryRaw<{ id: string; fileName: string; name: string | null; text: string | null }[]>`
      select resume.id, resume.file_name as "fileName", resume.candidate_name as name, content.text
      from resume left join resume_content content on content.resume_id = resume.id
      where resume.organisation_id = ${organisationId}::uuid and resume.words is null and resume.state = 'COMPLETED'
      limit ${rowsAtOnce} for update of resume skip locked`;
    const filled = rows.map(({ id, fileName, name, text }) => {
      return { id, words: begunWords(`${fileName}\n${text ?? ""}`, name ? [name] : []) };
    });
    await tx.$executeRaw`
      update resume set words = array_to_tsvector(array(select json_array_elements_text(filled.words)))
      from json_to_recordset(${JSON.stringify(filled)}::json) as filled(id uuid, words json)
      where resume.id = filled.id and resume.organisation_id = ${organisationId}::uuid`;
    return { isMore: rows.length === rowsAtOnce };
  };
  return scopedDb(organisationId).$transaction(fill, { timeout: mostMs });
}
