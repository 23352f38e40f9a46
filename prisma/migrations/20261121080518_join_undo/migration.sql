-- AlterTable
ALTER TABLE "resume" ADD COLUMN     "joined_at" TIMESTAMPTZ(6);

-- Joined before that was written down: the time to undo it begins now.
UPDATE "resume" SET "joined_at" = now() WHERE "joined_from_id" IS NOT NULL;
