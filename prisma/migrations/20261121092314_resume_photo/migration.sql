-- CreateTable
CREATE TABLE "resume_photo" (
    "resume_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "resume_photo_pkey" PRIMARY KEY ("resume_id")
);

-- AddForeignKey
ALTER TABLE "resume_photo" ADD CONSTRAINT "resume_photo_resume_id_fkey" FOREIGN KEY ("resume_id") REFERENCES "resume"("id") ON DELETE CASCADE ON UPDATE CASCADE;
