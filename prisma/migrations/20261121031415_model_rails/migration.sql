-- AlterTable
ALTER TABLE "screening_run" ADD COLUMN     "summary" JSONB,
ADD COLUMN     "wants_summary" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "model_settings" (
    "organisation_id" UUID NOT NULL,
    "base_url" TEXT NOT NULL DEFAULT '',
    "encrypted_api_key" TEXT,
    "model_names" JSONB NOT NULL DEFAULT '{}',
    "prices" JSONB NOT NULL DEFAULT '[]',
    "currency" TEXT NOT NULL DEFAULT 'CNY',
    "monthly_token_cap" INTEGER,
    "monthly_cost_cap" DOUBLE PRECISION,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "model_settings_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "model_usage" (
    "organisation_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "failed_calls" INTEGER NOT NULL DEFAULT 0,
    "estimated_calls" INTEGER NOT NULL DEFAULT 0,
    "unpriced_calls" INTEGER NOT NULL DEFAULT 0,
    "input_tokens" BIGINT NOT NULL DEFAULT 0,
    "output_tokens" BIGINT NOT NULL DEFAULT 0,
    "cost" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "model_usage_pkey" PRIMARY KEY ("organisation_id","month","task","model","currency")
);
