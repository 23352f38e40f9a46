-- AlterTable
ALTER TABLE "resume" ADD COLUMN     "failed_at" TIMESTAMPTZ(6),
ADD COLUMN     "is_retyped" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "joined_from_id" UUID;

-- AlterTable
ALTER TABLE "import_item" ADD COLUMN     "client_file_id" UUID,
ADD COLUMN     "storage_key" TEXT;
-- Lines of before get their own id as the id of their sender
UPDATE "import_item" SET "client_file_id" = "id";
ALTER TABLE "import_item" ALTER COLUMN "client_file_id" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "import_item_batch_id_client_file_id_key" ON "import_item"("batch_id", "client_file_id");
