-- AlterTable
ALTER TABLE "resume" DROP COLUMN "notes";

-- AlterTable
ALTER TABLE "position_version" DROP COLUMN "submitted";

-- AlterTable
ALTER TABLE "screening_batch" ADD COLUMN     "submitted" JSONB;

-- CreateTable
CREATE TABLE "compat_state" (
    "organisation_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(6),

    CONSTRAINT "compat_state_pkey" PRIMARY KEY ("organisation_id","key")
);
