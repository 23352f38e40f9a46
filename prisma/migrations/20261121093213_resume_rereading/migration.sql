-- CreateTable
CREATE TABLE "resume_rereading" (
    "resume_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "is_scan" BOOLEAN NOT NULL DEFAULT false,
    "failure" TEXT,
    "requested_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resume_rereading_pkey" PRIMARY KEY ("resume_id")
);

-- CreateIndex
CREATE INDEX "resume_rereading_organisation_id_tries_requested_at_idx" ON "resume_rereading"("organisation_id", "tries", "requested_at" DESC);

-- AddForeignKey
ALTER TABLE "resume_rereading" ADD CONSTRAINT "resume_rereading_resume_id_fkey" FOREIGN KEY ("resume_id") REFERENCES "resume"("id") ON DELETE CASCADE ON UPDATE CASCADE;
