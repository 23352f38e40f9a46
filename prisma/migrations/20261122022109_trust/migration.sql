-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "totp_enabled_at" TIMESTAMPTZ(6),
ADD COLUMN     "totp_last_step" INTEGER,
ADD COLUMN     "totp_secret" TEXT;

-- AlterTable
ALTER TABLE "one_time_token" ADD COLUMN     "created_by_id" UUID,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "name" TEXT,
ADD COLUMN     "role" "user_role";

-- AlterTable
ALTER TABLE "api_token" ADD COLUMN     "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Events from before the chain: form 1, whose digest lib/audit/digest.ts makes the same way.
ALTER TABLE "audit_event" ADD COLUMN     "actor_kind" TEXT NOT NULL DEFAULT 'user',
ADD COLUMN     "candidate_id" UUID,
ADD COLUMN     "digest" TEXT,
ADD COLUMN     "form" INTEGER NOT NULL DEFAULT 2,
ADD COLUMN     "ip" TEXT,
ADD COLUMN     "outcome" TEXT NOT NULL DEFAULT 'done',
ADD COLUMN     "request_id" TEXT;

UPDATE "audit_event" SET "form" = 1, "digest" = encode(sha256(convert_to(concat_ws(E'\n',
  id::text, organisation_id::text, coalesce(actor_id::text, ''), action, subject_type, coalesce(subject_id::text, ''),
  details::text, ((extract(epoch from created_at) * 1000000)::bigint)::text), 'UTF8')), 'hex');

ALTER TABLE "audit_event" ALTER COLUMN "digest" SET NOT NULL;

-- AlterTable
ALTER TABLE "candidate" ADD COLUMN     "legal_hold" TEXT,
ADD COLUMN     "legal_hold_at" TIMESTAMPTZ(6),
ADD COLUMN     "legal_hold_by_id" UUID;

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "ip" TEXT NOT NULL DEFAULT '',
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(6),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_link" (
    "organisation_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "event_id" UUID NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("organisation_id","seq")
);

-- CreateTable
CREATE TABLE "privacy_record" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "privacy_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "state" "work_state" NOT NULL DEFAULT 'pending',
    "requested_by_id" UUID,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "files" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "user_session_user_id_last_seen_at_idx" ON "user_session"("user_id", "last_seen_at" DESC);

-- CreateIndex
CREATE INDEX "user_session_last_seen_at_idx" ON "user_session"("last_seen_at");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_user_id_code_hash_key" ON "recovery_code"("user_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_event_id_key" ON "audit_link"("event_id");

-- CreateIndex
CREATE INDEX "privacy_record_organisation_id_candidate_id_at_idx" ON "privacy_record"("organisation_id", "candidate_id", "at" DESC);

-- CreateIndex
CREATE INDEX "erasure_organisation_id_created_at_idx" ON "erasure"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "erasure_organisation_id_candidate_id_key" ON "erasure"("organisation_id", "candidate_id");

-- CreateIndex
CREATE INDEX "one_time_token_organisation_id_purpose_idx" ON "one_time_token"("organisation_id", "purpose");

-- CreateIndex
CREATE INDEX "audit_event_organisation_id_candidate_id_idx" ON "audit_event"("organisation_id", "candidate_id");

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "privacy_record" ADD CONSTRAINT "privacy_record_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The chain: a link for each event, made when its transaction ends, so that nothing is waited for while rows are locked.
CREATE FUNCTION audit_link_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last_seq integer;
  last_hash text;
BEGIN
  -- Restored from a backup, with its link.
  IF EXISTS (SELECT 1 FROM audit_link WHERE event_id = NEW.id) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('hireglass-audit'), hashtext(NEW.organisation_id::text));
  SELECT seq, hash INTO last_seq, last_hash FROM audit_link
    WHERE organisation_id = NEW.organisation_id ORDER BY seq DESC LIMIT 1;
  last_seq := coalesce(last_seq, 0) + 1;
  last_hash := coalesce(last_hash, repeat('0', 64));
  INSERT INTO audit_link (organisation_id, seq, event_id, prev_hash, hash) VALUES (
    NEW.organisation_id, last_seq, NEW.id, last_hash,
    encode(sha256(convert_to(last_seq || E'\n' || last_hash || E'\n' || NEW.digest, 'UTF8')), 'hex'));
  RETURN NULL;
END $$;

-- Those that are there, in their order.
DO $$
DECLARE
  event record;
  organisation uuid;
  place integer;
  last_hash text;
  next_hash text;
BEGIN
  FOR event IN SELECT organisation_id, id, digest FROM audit_event ORDER BY organisation_id, created_at, id LOOP
    IF organisation IS DISTINCT FROM event.organisation_id THEN
      organisation := event.organisation_id;
      place := 0;
      last_hash := repeat('0', 64);
    END IF;
    place := place + 1;
    next_hash := encode(sha256(convert_to(place || E'\n' || last_hash || E'\n' || event.digest, 'UTF8')), 'hex');
    INSERT INTO audit_link (organisation_id, seq, event_id, prev_hash, hash)
      VALUES (organisation, place, event.id, last_hash, next_hash);
    last_hash := next_hash;
  END LOOP;
END $$;

CREATE CONSTRAINT TRIGGER audit_event_linked AFTER INSERT ON audit_event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_link_event();

CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_link_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
