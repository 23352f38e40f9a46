-- AlterTable
ALTER TABLE "screening_run" ADD COLUMN     "expert_cost" DOUBLE PRECISION,
ADD COLUMN     "expert_currency" TEXT,
ADD COLUMN     "expert_input_tokens" INTEGER,
ADD COLUMN     "expert_output_tokens" INTEGER,
ADD COLUMN     "wants_experts" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "model_settings" ADD COLUMN     "asks_experts" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "expert_answer" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "resume_id" UUID NOT NULL,
    "expert" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "asked_for_id" UUID NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "is_estimated" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "expert_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spread_measurement" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position_id" UUID NOT NULL,
    "position_version_id" UUID NOT NULL,
    "state" "work_state" NOT NULL DEFAULT 'pending',
    "model" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "application_ids" UUID[],
    "done" INTEGER NOT NULL DEFAULT 0,
    "results" JSONB,
    "error" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "spread_measurement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "expert_answer_asked_for_id_idx" ON "expert_answer"("asked_for_id");

-- CreateIndex
CREATE UNIQUE INDEX "expert_answer_resume_id_expert_digest_key" ON "expert_answer"("resume_id", "expert", "digest");

-- CreateIndex
CREATE INDEX "spread_measurement_position_id_created_at_idx" ON "spread_measurement"("position_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "expert_answer" ADD CONSTRAINT "expert_answer_resume_id_fkey" FOREIGN KEY ("resume_id") REFERENCES "resume"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spread_measurement" ADD CONSTRAINT "spread_measurement_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spread_measurement" ADD CONSTRAINT "spread_measurement_position_version_id_fkey" FOREIGN KEY ("position_version_id") REFERENCES "position_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;
