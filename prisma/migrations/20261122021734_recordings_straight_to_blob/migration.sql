-- AlterTable
ALTER TABLE "video_upload" ADD COLUMN     "is_direct" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "whole_keys" TEXT[] DEFAULT ARRAY[]::TEXT[];
