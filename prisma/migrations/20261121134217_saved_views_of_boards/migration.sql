-- DropIndex
DROP INDEX "saved_view_organisation_id_user_id_name_key";

-- AlterTable
ALTER TABLE "saved_view" ADD COLUMN     "page" TEXT NOT NULL DEFAULT 'library';

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_organisation_id_user_id_page_name_key" ON "saved_view"("organisation_id", "user_id", "page", "name");
