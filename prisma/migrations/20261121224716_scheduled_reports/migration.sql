-- AlterTable
ALTER TABLE "report" ADD COLUMN     "schedule_id" UUID;

-- CreateTable
CREATE TABLE "report_schedule" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "cadence" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(6) NOT NULL,
    "last_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_schedule_next_at_idx" ON "report_schedule"("next_at");

-- CreateIndex
CREATE INDEX "report_schedule_organisation_id_position_id_idx" ON "report_schedule"("organisation_id", "position_id");

-- CreateIndex
CREATE INDEX "report_schedule_id_idx" ON "report"("schedule_id");

-- AddForeignKey
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;
