-- AlterTable
ALTER TABLE "video" ADD COLUMN     "analysis_step" TEXT,
ADD COLUMN     "audio_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "facts" JSONB,
ADD COLUMN     "poster_key" TEXT,
ADD COLUMN     "recorded" JSONB,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "video_upload" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "created_by_id" UUID,
    "invite_id" UUID,
    "description" JSONB NOT NULL,
    "file_size" BIGINT NOT NULL,
    "part_size" INTEGER NOT NULL,
    "parts" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "kind" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "video_upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "video_invite" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "resume_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'zh',
    "position_applied" TEXT NOT NULL,
    "questions" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),
    "consented_at" TIMESTAMPTZ(6),
    "consent_text" TEXT,
    "completed_at" TIMESTAMPTZ(6),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "video_invite_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "video_upload_organisation_id_created_at_idx" ON "video_upload"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "video_upload_created_at_idx" ON "video_upload"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "video_invite_token_hash_key" ON "video_invite"("token_hash");

-- CreateIndex
CREATE INDEX "video_invite_organisation_id_resume_id_idx" ON "video_invite"("organisation_id", "resume_id");

-- AddForeignKey
ALTER TABLE "video_invite" ADD CONSTRAINT "video_invite_resume_id_fkey" FOREIGN KEY ("resume_id") REFERENCES "resume"("id") ON DELETE CASCADE ON UPDATE CASCADE;
