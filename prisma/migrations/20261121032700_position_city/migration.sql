-- AlterTable
ALTER TABLE "position_version" ADD COLUMN     "city" TEXT NOT NULL DEFAULT '';
