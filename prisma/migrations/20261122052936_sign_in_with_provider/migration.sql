-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "provider_subject" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "user_account_provider_subject_key" ON "user_account"("provider_subject");
