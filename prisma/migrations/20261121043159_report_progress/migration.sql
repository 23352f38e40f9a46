-- AlterTable
ALTER TABLE "report" ADD COLUMN     "progress" INTEGER NOT NULL DEFAULT 0;
