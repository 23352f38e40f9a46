-- CreateTable
CREATE TABLE "resume_correction" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "resume_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "read_value" TEXT,
    "value" TEXT NOT NULL,
    "entry" JSONB,
    "corrected_by_id" UUID NOT NULL,
    "corrected_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resume_correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "resume_correction_resume_id_idx" ON "resume_correction"("resume_id");

-- AddForeignKey
ALTER TABLE "resume_correction" ADD CONSTRAINT "resume_correction_resume_id_fkey" FOREIGN KEY ("resume_id") REFERENCES "resume"("id") ON DELETE CASCADE ON UPDATE CASCADE;
