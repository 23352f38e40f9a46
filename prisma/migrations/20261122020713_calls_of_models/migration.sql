-- CreateTable
CREATE TABLE "model_call" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "failure" TEXT,
    "is_estimated" BOOLEAN NOT NULL DEFAULT false,
    "input_tokens" INTEGER NOT NULL DEFAULT 0,
    "output_tokens" INTEGER NOT NULL DEFAULT 0,
    "cost" DOUBLE PRECISION,
    "duration_ms" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "model_call_organisation_id_created_at_idx" ON "model_call"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "model_call_created_at_idx" ON "model_call"("created_at");
