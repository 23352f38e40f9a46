-- AlterTable
ALTER TABLE "screening_batch" ADD COLUMN     "paused_at" TIMESTAMPTZ(6),
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 0;
