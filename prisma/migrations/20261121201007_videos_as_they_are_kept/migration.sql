-- AlterTable
ALTER TABLE "video" ADD COLUMN     "file_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT '';

-- AddForeignKey
ALTER TABLE "video" ADD CONSTRAINT "video_resume_id_fkey" FOREIGN KEY ("resume_id") REFERENCES "resume"("id") ON DELETE CASCADE ON UPDATE CASCADE;
