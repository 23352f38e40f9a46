-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "checklist_dismissed_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "sample_data" (
    "organisation_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "seed" INTEGER NOT NULL,
    "state" "work_state" NOT NULL DEFAULT 'pending',
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sample_data_pkey" PRIMARY KEY ("organisation_id")
);
