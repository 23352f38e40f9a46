-- Notes become comments.
ALTER TABLE "resume_note" RENAME TO "comment";
ALTER TABLE "comment" RENAME CONSTRAINT "resume_note_pkey" TO "comment_pkey";
ALTER TABLE "comment" RENAME CONSTRAINT "resume_note_resume_id_fkey" TO "comment_resume_id_fkey";
ALTER INDEX "resume_note_organisation_id_resume_id_created_at_idx" RENAME TO "comment_organisation_id_resume_id_created_at_idx";

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "application_id" UUID,
ADD COLUMN     "edited_at" TIMESTAMPTZ(6),
ADD COLUMN     "deleted_at" TIMESTAMPTZ(6),
ADD COLUMN     "deleted_by_id" UUID;

-- CreateTable
CREATE TABLE "comment_mention" (
    "organisation_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(6),

    CONSTRAINT "comment_mention_pkey" PRIMARY KEY ("comment_id","user_id")
);

-- CreateIndex
CREATE INDEX "comment_application_id_idx" ON "comment"("application_id");

-- CreateIndex
CREATE INDEX "comment_mention_user_id_read_at_created_at_idx" ON "comment_mention"("user_id", "read_at", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
