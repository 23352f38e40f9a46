-- AlterTable
ALTER TABLE "resume_content" ADD COLUMN     "sensitive" TEXT;

-- Birth dates leave the profiles. They are read again from the text, into the vault, when somebody asks for them.
UPDATE "resume_content" SET "profile" = "profile" - 'birthDate' WHERE "profile" ? 'birthDate';
