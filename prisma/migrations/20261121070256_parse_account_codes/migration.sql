-- AlterTable
ALTER TABLE "parse_account" ADD COLUMN     "app_code_hash" TEXT,
ADD COLUMN     "disabled_at" TIMESTAMPTZ(6),
ADD COLUMN     "last_used_at" TIMESTAMPTZ(6);

-- CreateIndex
CREATE UNIQUE INDEX "parse_account_app_code_hash_key" ON "parse_account"("app_code_hash");
