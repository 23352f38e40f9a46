-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "job_run_status" AS ENUM ('active', 'completed', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "job_task_kind" AS ENUM ('call', 'sleep', 'wait', 'invoke');

-- CreateEnum
CREATE TYPE "user_role" AS ENUM ('admin', 'recruiter', 'hiring_manager', 'interviewer');

-- CreateEnum
CREATE TYPE "resume_state" AS ENUM ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED');

-- CreateEnum
CREATE TYPE "application_stage" AS ENUM ('applied', 'screened', 'interview', 'offer', 'hired', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "work_state" AS ENUM ('pending', 'running', 'completed', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "job_event" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSON NOT NULL,
    "organisation_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatched_at" TIMESTAMPTZ(6),

    CONSTRAINT "job_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" TEXT NOT NULL,
    "function_id" TEXT NOT NULL,
    "status" "job_run_status" NOT NULL DEFAULT 'active',
    "event" JSON NOT NULL,
    "organisation_id" UUID,
    "concurrency_key" TEXT,
    "parallel" BOOLEAN NOT NULL DEFAULT false,
    "parent_run_id" TEXT,
    "parent_step_id" TEXT,
    "result" JSON,
    "error" JSON,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_step" (
    "run_id" TEXT NOT NULL,
    "step_id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "memo" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_step_pkey" PRIMARY KEY ("run_id","step_id")
);

-- CreateTable
CREATE TABLE "job_wait" (
    "run_id" TEXT NOT NULL,
    "step_id" TEXT NOT NULL,
    "event_name" TEXT NOT NULL,
    "conditions" JSON NOT NULL,
    "expires_at" TIMESTAMPTZ(6),

    CONSTRAINT "job_wait_pkey" PRIMARY KEY ("run_id","step_id")
);

-- CreateTable
CREATE TABLE "job_task" (
    "id" BIGSERIAL NOT NULL,
    "run_id" TEXT NOT NULL,
    "step_id" TEXT NOT NULL,
    "kind" "job_task_kind" NOT NULL DEFAULT 'call',
    "queue" TEXT NOT NULL,
    "concurrency_key" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_token" UUID,
    "lease_owner" TEXT,
    "crashes" INTEGER NOT NULL DEFAULT 0,
    "dirty" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "job_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "user_role" NOT NULL,
    "password_hash" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT,
    "disabled_at" TIMESTAMPTZ(6),
    "last_sign_in_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_token" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6),
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parse_account" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "usage_limit" INTEGER NOT NULL,
    "usage_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "parse_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit_window" (
    "key" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_window_pkey" PRIMARY KEY ("key","started_at")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "name" TEXT,
    "merged_into_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resume" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "candidate_id" UUID,
    "file_name" TEXT NOT NULL,
    "file_kind" TEXT,
    "declared_type" TEXT NOT NULL DEFAULT '',
    "file_size" INTEGER NOT NULL,
    "file_hash" TEXT NOT NULL,
    "text_hash" TEXT,
    "storage_key" TEXT NOT NULL,
    "state" "resume_state" NOT NULL DEFAULT 'PENDING',
    "failure_reason" TEXT,
    "duplicate_of_id" UUID,
    "source" TEXT NOT NULL DEFAULT 'upload',
    "uploaded_by_id" UUID,
    "received_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "parsed_at" TIMESTAMPTZ(6),
    "parser_version" TEXT,
    "access_count" INTEGER NOT NULL DEFAULT 1,
    "notes" TEXT,
    "removed_at" TIMESTAMPTZ(6),
    "candidate_name" TEXT,
    "current_title" TEXT,
    "current_company" TEXT,
    "highest_degree" TEXT,
    "school" TEXT,
    "years_of_work" DOUBLE PRECISION,
    "city" TEXT,
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "search_tokens" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "resume_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resume_content" (
    "resume_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "layout" JSONB NOT NULL,
    "profile" JSONB NOT NULL,

    CONSTRAINT "resume_content_pkey" PRIMARY KEY ("resume_id")
);

-- CreateTable
CREATE TABLE "resume_review" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "resume_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "result" JSONB,
    "failure_reason" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "resume_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_item" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "resume_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "department" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "is_listed" BOOLEAN NOT NULL DEFAULT true,
    "created_by_id" UUID,
    "archived_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position_version" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "department" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "salary_min" INTEGER,
    "salary_max" INTEGER,
    "requirements" JSONB NOT NULL,
    "submitted" JSONB,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "position_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position_member" (
    "position_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "position_member_pkey" PRIMARY KEY ("position_id","user_id")
);

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "candidate_id" UUID NOT NULL,
    "position_id" UUID NOT NULL,
    "resume_id" UUID NOT NULL,
    "stage" "application_stage" NOT NULL DEFAULT 'applied',
    "assigned_at" TIMESTAMPTZ(6),
    "notes" TEXT NOT NULL DEFAULT '',
    "group_id" UUID,
    "current_run_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_group" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position_version_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'pending',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "application_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "stage_before" "application_stage" NOT NULL,
    "stage_after" "application_stage" NOT NULL,
    "snapshot" JSONB NOT NULL,
    "snapshot_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "screening_batch" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "position_id" UUID NOT NULL,
    "position_version_id" UUID NOT NULL,
    "engine" TEXT NOT NULL,
    "state" "work_state" NOT NULL DEFAULT 'pending',
    "total" INTEGER NOT NULL,
    "error" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "screening_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "screening_run" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "batch_id" UUID,
    "application_id" UUID NOT NULL,
    "resume_id" UUID NOT NULL,
    "position_version_id" UUID NOT NULL,
    "state" "work_state" NOT NULL DEFAULT 'pending',
    "current_view" TEXT,
    "engine" TEXT NOT NULL,
    "engine_version" TEXT,
    "result" JSONB,
    "marks" JSONB,
    "hr_score" DOUBLE PRECISION,
    "technical_score" DOUBLE PRECISION,
    "manager_score" DOUBLE PRECISION,
    "comprehensive_score" DOUBLE PRECISION,
    "score_low" DOUBLE PRECISION,
    "score_high" DOUBLE PRECISION,
    "advice" TEXT,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "screening_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interview" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "application_id" UUID NOT NULL,
    "resume_id" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "is_practice" BOOLEAN NOT NULL DEFAULT false,
    "interviewer_name" TEXT NOT NULL DEFAULT '',
    "plan" JSONB NOT NULL DEFAULT '{}',
    "report" JSONB,
    "started_at" TIMESTAMPTZ(6),
    "finished_at" TIMESTAMPTZ(6),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "interview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interview_participant" (
    "interview_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "scorecard" JSONB,
    "submitted_at" TIMESTAMPTZ(6),

    CONSTRAINT "interview_participant_pkey" PRIMARY KEY ("interview_id","user_id")
);

-- CreateTable
CREATE TABLE "interview_turn" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "interview_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "question" JSONB NOT NULL,
    "answer" TEXT NOT NULL,
    "evaluation" JSONB,
    "start_seconds" DOUBLE PRECISION,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interview_turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "video" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "resume_id" UUID,
    "name" TEXT NOT NULL,
    "candidate_name" TEXT NOT NULL,
    "position_applied" TEXT NOT NULL,
    "file_size" BIGINT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "declared_type" TEXT NOT NULL DEFAULT '',
    "duration_seconds" DOUBLE PRECISION,
    "state" "work_state" NOT NULL DEFAULT 'pending',
    "transcript" JSONB,
    "analysis" JSONB,
    "error" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "video_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "video_outside_analysis" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "video_id" UUID NOT NULL,
    "analyser" TEXT NOT NULL,
    "scores" JSONB NOT NULL,
    "summary" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "video_outside_analysis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "application_id" UUID NOT NULL,
    "resume_id" UUID NOT NULL,
    "engine" TEXT NOT NULL,
    "final_score" DOUBLE PRECISION,
    "level" TEXT,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "media_path" TEXT,
    "storage_key" TEXT,
    "state" "work_state" NOT NULL DEFAULT 'pending',
    "error" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "job_event_dispatched_at_seq_idx" ON "job_event"("dispatched_at", "seq");

-- CreateIndex
CREATE INDEX "job_run_status_finished_at_idx" ON "job_run"("status", "finished_at");

-- CreateIndex
CREATE INDEX "job_run_function_id_created_at_idx" ON "job_run"("function_id", "created_at");

-- CreateIndex
CREATE INDEX "job_wait_event_name_idx" ON "job_wait"("event_name");

-- CreateIndex
CREATE INDEX "job_task_queue_due_at_idx" ON "job_task"("queue", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "job_task_run_id_step_id_key" ON "job_task"("run_id", "step_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE INDEX "user_account_organisation_id_idx" ON "user_account"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_token_token_hash_key" ON "one_time_token"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_organisation_id_idx" ON "api_token"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "parse_account_number_key" ON "parse_account"("number");

-- CreateIndex
CREATE INDEX "parse_account_organisation_id_idx" ON "parse_account"("organisation_id");

-- CreateIndex
CREATE INDEX "rate_limit_window_started_at_idx" ON "rate_limit_window"("started_at");

-- CreateIndex
CREATE INDEX "audit_event_organisation_id_created_at_idx" ON "audit_event"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_organisation_id_subject_type_subject_id_idx" ON "audit_event"("organisation_id", "subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "candidate_number_key" ON "candidate"("number");

-- CreateIndex
CREATE INDEX "candidate_organisation_id_created_at_idx" ON "candidate"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "resume_number_key" ON "resume"("number");

-- CreateIndex
CREATE INDEX "resume_organisation_id_text_hash_idx" ON "resume"("organisation_id", "text_hash");

-- CreateIndex
CREATE INDEX "resume_organisation_id_received_at_id_idx" ON "resume"("organisation_id", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "resume_organisation_id_state_idx" ON "resume"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "resume_candidate_id_idx" ON "resume"("candidate_id");

-- CreateIndex
CREATE INDEX "resume_duplicate_of_id_idx" ON "resume"("duplicate_of_id");

-- CreateIndex
CREATE INDEX "resume_search_tokens_idx" ON "resume" USING GIN ("search_tokens");

-- CreateIndex
CREATE UNIQUE INDEX "resume_organisation_id_file_hash_key" ON "resume"("organisation_id", "file_hash");

-- CreateIndex
CREATE UNIQUE INDEX "resume_review_number_key" ON "resume_review"("number");

-- CreateIndex
CREATE INDEX "resume_review_organisation_id_resume_id_created_at_idx" ON "resume_review"("organisation_id", "resume_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "import_batch_organisation_id_created_by_id_created_at_idx" ON "import_batch"("organisation_id", "created_by_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "import_item_organisation_id_batch_id_idx" ON "import_item"("organisation_id", "batch_id");

-- CreateIndex
CREATE INDEX "import_item_resume_id_idx" ON "import_item"("resume_id");

-- CreateIndex
CREATE UNIQUE INDEX "position_number_key" ON "position"("number");

-- CreateIndex
CREATE INDEX "position_organisation_id_created_at_idx" ON "position"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "position_version_organisation_id_idx" ON "position_version"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "position_version_position_id_version_key" ON "position_version"("position_id", "version");

-- CreateIndex
CREATE INDEX "position_member_user_id_idx" ON "position_member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "application_number_key" ON "application"("number");

-- CreateIndex
CREATE UNIQUE INDEX "application_current_run_id_key" ON "application"("current_run_id");

-- CreateIndex
CREATE INDEX "application_organisation_id_position_id_stage_idx" ON "application"("organisation_id", "position_id", "stage");

-- CreateIndex
CREATE INDEX "application_resume_id_idx" ON "application"("resume_id");

-- CreateIndex
CREATE INDEX "application_candidate_id_idx" ON "application"("candidate_id");

-- CreateIndex
CREATE INDEX "application_group_id_idx" ON "application"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "application_position_id_candidate_id_key" ON "application"("position_id", "candidate_id");

-- CreateIndex
CREATE UNIQUE INDEX "application_group_organisation_id_position_version_id_key" ON "application_group"("organisation_id", "position_version_id");

-- CreateIndex
CREATE INDEX "decision_organisation_id_application_id_created_at_idx" ON "decision"("organisation_id", "application_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "screening_batch_number_key" ON "screening_batch"("number");

-- CreateIndex
CREATE INDEX "screening_batch_organisation_id_created_at_idx" ON "screening_batch"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "screening_batch_position_id_created_at_idx" ON "screening_batch"("position_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "screening_run_number_key" ON "screening_run"("number");

-- CreateIndex
CREATE INDEX "screening_run_organisation_id_created_at_idx" ON "screening_run"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "screening_run_application_id_created_at_idx" ON "screening_run"("application_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "screening_run_batch_id_state_idx" ON "screening_run"("batch_id", "state");

-- CreateIndex
CREATE INDEX "screening_run_resume_id_idx" ON "screening_run"("resume_id");

-- CreateIndex
CREATE UNIQUE INDEX "screening_run_batch_id_resume_id_key" ON "screening_run"("batch_id", "resume_id");

-- CreateIndex
CREATE UNIQUE INDEX "interview_number_key" ON "interview"("number");

-- CreateIndex
CREATE INDEX "interview_organisation_id_created_at_idx" ON "interview"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "interview_application_id_idx" ON "interview"("application_id");

-- CreateIndex
CREATE INDEX "interview_resume_id_idx" ON "interview"("resume_id");

-- CreateIndex
CREATE INDEX "interview_participant_organisation_id_user_id_idx" ON "interview_participant"("organisation_id", "user_id");

-- CreateIndex
CREATE INDEX "interview_turn_organisation_id_idx" ON "interview_turn"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "interview_turn_interview_id_round_key" ON "interview_turn"("interview_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "video_number_key" ON "video"("number");

-- CreateIndex
CREATE UNIQUE INDEX "video_resume_id_key" ON "video"("resume_id");

-- CreateIndex
CREATE INDEX "video_organisation_id_created_at_idx" ON "video"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "video_outside_analysis_organisation_id_video_id_created_at_idx" ON "video_outside_analysis"("organisation_id", "video_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_number_key" ON "recommendation"("number");

-- CreateIndex
CREATE INDEX "recommendation_organisation_id_resume_id_created_at_idx" ON "recommendation"("organisation_id", "resume_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "recommendation_application_id_created_at_idx" ON "recommendation"("application_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "report_media_path_key" ON "report"("media_path");

-- CreateIndex
CREATE INDEX "report_organisation_id_subject_type_subject_id_idx" ON "report"("organisation_id", "subject_type", "subject_id");

-- AddForeignKey
ALTER TABLE "job_step" ADD CONSTRAINT "job_step_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "job_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_wait" ADD CONSTRAINT "job_wait_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "job_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_task" ADD CONSTRAINT "job_task_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "job_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resume" ADD CONSTRAINT "resume_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resume" ADD CONSTRAINT "resume_duplicate_of_id_fkey" FOREIGN KEY ("duplicate_of_id") REFERENCES "resume"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resume_content" ADD CONSTRAINT "resume_content_resume_id_fkey" FOREIGN KEY ("resume_id") REFERENCES "resume"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_item" ADD CONSTRAINT "import_item_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_item" ADD CONSTRAINT "import_item_resume_id_fkey" FOREIGN KEY ("resume_id") REFERENCES "resume"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_version" ADD CONSTRAINT "position_version_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_member" ADD CONSTRAINT "position_member_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_member" ADD CONSTRAINT "position_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_resume_id_fkey" FOREIGN KEY ("resume_id") REFERENCES "resume"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "application_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_current_run_id_fkey" FOREIGN KEY ("current_run_id") REFERENCES "screening_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_group" ADD CONSTRAINT "application_group_position_version_id_fkey" FOREIGN KEY ("position_version_id") REFERENCES "position_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening_batch" ADD CONSTRAINT "screening_batch_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening_batch" ADD CONSTRAINT "screening_batch_position_version_id_fkey" FOREIGN KEY ("position_version_id") REFERENCES "position_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening_run" ADD CONSTRAINT "screening_run_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "screening_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening_run" ADD CONSTRAINT "screening_run_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening_run" ADD CONSTRAINT "screening_run_resume_id_fkey" FOREIGN KEY ("resume_id") REFERENCES "resume"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening_run" ADD CONSTRAINT "screening_run_position_version_id_fkey" FOREIGN KEY ("position_version_id") REFERENCES "position_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview" ADD CONSTRAINT "interview_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_participant" ADD CONSTRAINT "interview_participant_interview_id_fkey" FOREIGN KEY ("interview_id") REFERENCES "interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_turn" ADD CONSTRAINT "interview_turn_interview_id_fkey" FOREIGN KEY ("interview_id") REFERENCES "interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "video_outside_analysis" ADD CONSTRAINT "video_outside_analysis_video_id_fkey" FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
