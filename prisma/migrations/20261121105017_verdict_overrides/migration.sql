-- AlterTable
ALTER TABLE "screening_run" ADD COLUMN     "overridden_keys" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "verdict_override" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "requirement_key" UUID NOT NULL,
    "requirement_text" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "run_id" UUID,
    "overridden_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),
    "ended_by_id" UUID,

    CONSTRAINT "verdict_override_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "verdict_override_application_id_idx" ON "verdict_override"("application_id");

-- AddForeignKey
ALTER TABLE "verdict_override" ADD CONSTRAINT "verdict_override_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
