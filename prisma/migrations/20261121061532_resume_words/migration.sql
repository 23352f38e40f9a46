-- AlterTable
ALTER TABLE "resume" ADD COLUMN     "words" tsvector;

-- CreateIndex
CREATE INDEX "resume_words_idx" ON "resume" USING GIN ("words");

ALTER INDEX "resume_words_idx" SET (gin_pending_list_limit = 512);

-- Resumes read before there were words: a job fills them in. Nothing waits for it.
CREATE INDEX "resume_words_missing_idx" ON "resume"("organisation_id") WHERE "words" IS NULL AND "state" = 'COMPLETED';
INSERT INTO "job_event" ("id", "name", "payload", "organisation_id")
SELECT id, 'resumes/words.missing',
    json_build_object('id', id, 'name', 'resumes/words.missing', 'data', json_build_object('organisationId', organisation_id), 'ts', (extract(epoch FROM now()) * 1000)::bigint),
    organisation_id
FROM (
    SELECT DISTINCT 'resume-words-' || organisation_id AS id, organisation_id FROM "resume" WHERE "state" = 'COMPLETED'
) AS missing;
