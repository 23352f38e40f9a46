-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "advice" TEXT,
ADD COLUMN     "decided_by_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reason_code" TEXT,
ADD COLUMN     "recommendation_id" UUID,
ADD COLUMN     "recommendation_level" TEXT,
ADD COLUMN     "revoked_at" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "recommendation" ADD COLUMN     "made_by_id" UUID,
ADD COLUMN     "prose" JSONB,
ADD COLUMN     "wants_prose" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "decision_organisation_id_created_at_idx" ON "decision"("organisation_id", "created_at" DESC);
