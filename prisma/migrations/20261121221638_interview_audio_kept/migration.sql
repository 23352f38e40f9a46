-- AlterTable
ALTER TABLE "interview_segment" DROP COLUMN "audio_key";

-- CreateTable
CREATE TABLE "interview_audio" (
    "segment_id" UUID NOT NULL,
    "interview_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "bytes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interview_audio_pkey" PRIMARY KEY ("segment_id")
);

-- CreateIndex
CREATE INDEX "interview_audio_interview_id_idx" ON "interview_audio"("interview_id");

-- CreateIndex
CREATE INDEX "interview_audio_organisation_id_idx" ON "interview_audio"("organisation_id");

-- AddForeignKey
ALTER TABLE "interview_audio" ADD CONSTRAINT "interview_audio_interview_id_fkey" FOREIGN KEY ("interview_id") REFERENCES "interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;
