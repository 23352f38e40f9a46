-- AlterTable
ALTER TABLE "interview" ADD COLUMN     "consent" JSONB,
ADD COLUMN     "job_config" JSONB,
ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'zh',
ADD COLUMN     "level" TEXT NOT NULL DEFAULT 'senior',
ADD COLUMN     "minutes" INTEGER NOT NULL DEFAULT 45,
ADD COLUMN     "plan_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "report_notes" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "scheduled_at" TIMESTAMPTZ(6),
ALTER COLUMN "plan" DROP NOT NULL,
ALTER COLUMN "plan" DROP DEFAULT;

-- AlterTable
ALTER TABLE "interview_participant" ADD COLUMN     "joined_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "notes_edit" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "interview_turn" DROP COLUMN "answer",
ADD COLUMN     "asked_by_id" UUID,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "start_seconds" SET NOT NULL,
ALTER COLUMN "start_seconds" SET DEFAULT 0;

-- CreateTable
CREATE TABLE "interview_segment" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "interview_id" UUID NOT NULL,
    "turn_id" UUID NOT NULL,
    "speaker" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "start_seconds" DOUBLE PRECISION NOT NULL,
    "end_seconds" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL,
    "edit" BIGINT NOT NULL,
    "revision" INTEGER NOT NULL,
    "written_by_id" UUID,
    "audio_key" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interview_segment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interview_template" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "sections" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interview_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "interview_segment_interview_id_revision_idx" ON "interview_segment"("interview_id", "revision");

-- CreateIndex
CREATE INDEX "interview_segment_turn_id_idx" ON "interview_segment"("turn_id");

-- CreateIndex
CREATE INDEX "interview_segment_organisation_id_idx" ON "interview_segment"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "interview_template_organisation_id_name_key" ON "interview_template"("organisation_id", "name");

-- AddForeignKey
ALTER TABLE "interview_segment" ADD CONSTRAINT "interview_segment_interview_id_fkey" FOREIGN KEY ("interview_id") REFERENCES "interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_segment" ADD CONSTRAINT "interview_segment_turn_id_fkey" FOREIGN KEY ("turn_id") REFERENCES "interview_turn"("id") ON DELETE CASCADE ON UPDATE CASCADE;
