-- AlterTable
ALTER TABLE "model_settings" ADD COLUMN     "fills_fields" BOOLEAN NOT NULL DEFAULT true;
