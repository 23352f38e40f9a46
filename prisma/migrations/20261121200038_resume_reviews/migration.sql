-- DropIndex
DROP INDEX "resume_review_organisation_id_resume_id_created_at_idx";

-- AlterTable
ALTER TABLE "resume_review" ADD COLUMN     "score" INTEGER,
DROP COLUMN "state",
ADD COLUMN     "state" "work_state" NOT NULL DEFAULT 'pending',
ALTER COLUMN "engine" SET DEFAULT 'built-in';

-- CreateIndex
CREATE INDEX "resume_review_organisation_id_resume_id_number_idx" ON "resume_review"("organisation_id", "resume_id", "number" DESC);

-- CreateIndex
CREATE INDEX "resume_review_resume_id_idx" ON "resume_review"("resume_id");

-- AddForeignKey
ALTER TABLE "resume_review" ADD CONSTRAINT "resume_review_resume_id_fkey" FOREIGN KEY ("resume_id") REFERENCES "resume"("id") ON DELETE CASCADE ON UPDATE CASCADE;
