-- AlterTable
ALTER TABLE "resume" ADD COLUMN     "ocr_pages" INTEGER,
ADD COLUMN     "ocr_pages_done" INTEGER;

-- CreateTable
CREATE TABLE "resume_ocr_page" (
    "resume_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "page" INTEGER NOT NULL,
    "reading" JSONB,

    CONSTRAINT "resume_ocr_page_pkey" PRIMARY KEY ("resume_id","page")
);

-- AddForeignKey
ALTER TABLE "resume_ocr_page" ADD CONSTRAINT "resume_ocr_page_resume_id_fkey" FOREIGN KEY ("resume_id") REFERENCES "resume"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Scans that were refused for want of OCR are read now, once: what their page promised. The event is the one that a
-- retry by hand sends.
WITH again AS (
    UPDATE "resume" SET "state" = 'PENDING', "failure_reason" = NULL
    WHERE "state" = 'FAILED' AND "failure_reason" = 'no_text_layer' AND "removed_at" IS NULL
    RETURNING "id", "organisation_id"
)
INSERT INTO "job_event" ("id", "name", "payload", "organisation_id")
SELECT
    'resume-ocr-' || "id",
    'resume/received',
    json_build_object(
        'id', 'resume-ocr-' || "id",
        'name', 'resume/received',
        'data', json_build_object('organisationId', "organisation_id", 'resumeId', "id"),
        'ts', (extract(epoch FROM now()) * 1000)::bigint
    ),
    "organisation_id"
FROM again
ON CONFLICT ("id") DO NOTHING;
