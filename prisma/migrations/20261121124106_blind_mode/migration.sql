-- AlterTable
ALTER TABLE "position" ADD COLUMN     "blind" TEXT NOT NULL DEFAULT 'off';

-- AlterTable
ALTER TABLE "screening_run" ADD COLUMN     "blind" TEXT NOT NULL DEFAULT 'off';

-- CreateTable
CREATE TABLE "identity_opening" (
    "organisation_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_opening_pkey" PRIMARY KEY ("candidate_id","user_id")
);

-- CreateIndex
CREATE INDEX "identity_opening_user_id_idx" ON "identity_opening"("user_id");

-- AddForeignKey
ALTER TABLE "identity_opening" ADD CONSTRAINT "identity_opening_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_opening" ADD CONSTRAINT "identity_opening_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
