-- The few resumes with tags, for the tags to choose from. Partial indexes are beyond the schema file.
CREATE INDEX "resume_tagged_idx" ON "resume"("organisation_id") WHERE "tags" <> '{}';
