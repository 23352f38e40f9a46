-- AlterTable
ALTER TABLE "resume" ADD COLUMN     "delete_at" TIMESTAMPTZ(6),
ADD COLUMN     "is_sample" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "person_keys" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "school_tier" TEXT,
ADD COLUMN     "shingle_bands" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "position" ADD COLUMN     "is_sample" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "resume_note" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "resume_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resume_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "resume_note_organisation_id_resume_id_created_at_idx" ON "resume_note"("organisation_id", "resume_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_organisation_id_user_id_name_key" ON "saved_view"("organisation_id", "user_id", "name");

-- CreateIndex
CREATE INDEX "resume_skills_idx" ON "resume" USING GIN ("skills");

-- CreateIndex
CREATE INDEX "resume_tags_idx" ON "resume" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "resume_person_keys_idx" ON "resume" USING GIN ("person_keys");

-- CreateIndex
CREATE INDEX "resume_shingle_bands_idx" ON "resume" USING GIN ("shingle_bands");

-- AddForeignKey
ALTER TABLE "resume_note" ADD CONSTRAINT "resume_note_resume_id_fkey" FOREIGN KEY ("resume_id") REFERENCES "resume"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the library lists, newest first. Partial indexes are beyond the schema file.
CREATE INDEX "resume_listed_idx" ON "resume"("organisation_id", "received_at" DESC, "id" DESC) WHERE "removed_at" IS NULL AND "duplicate_of_id" IS NULL;
CREATE INDEX "resume_listed_city_idx" ON "resume"("organisation_id", "city") WHERE "removed_at" IS NULL AND "duplicate_of_id" IS NULL;
CREATE INDEX "resume_delete_at_idx" ON "resume"("delete_at") WHERE "delete_at" IS NOT NULL;

-- The counts beside the filters, without opening a row.
CREATE INDEX "resume_facets_idx" ON "resume"("organisation_id", "state", "highest_degree", "school_tier", "city", "source", "years_of_work") WHERE "removed_at" IS NULL AND "duplicate_of_id" IS NULL;

-- Else one unlucky import pays seconds for everybody's waiting entries.
ALTER INDEX "resume_search_tokens_idx" SET (gin_pending_list_limit = 512);
ALTER INDEX "resume_skills_idx" SET (gin_pending_list_limit = 512);
ALTER INDEX "resume_shingle_bands_idx" SET (gin_pending_list_limit = 512);
