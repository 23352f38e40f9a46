-- A second net below lib/db.ts: what a connection sees is the organisation that `app.org` names, and without one nothing.
-- The owner is held by it too while it names one; without, it sees everything, for jobs, migrations and backups.
-- The roles that are held always are made by scripts/lib/database-roles.ts, where the installation may make roles.
CREATE FUNCTION guard_organisation(guarded regclass, owned_by name DEFAULT 'organisation_id') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  -- As a subquery it is read once for a statement, not for each row.
  EXECUTE format(
    'CREATE POLICY organisation ON %1$s
       USING (%2$I = (SELECT nullif(current_setting(''app.org'', true), '''')::uuid))
       WITH CHECK (%2$I = (SELECT nullif(current_setting(''app.org'', true), '''')::uuid))', guarded, owned_by);
  EXECUTE format(
    'CREATE POLICY owner_alone ON %s TO CURRENT_USER
       USING ((SELECT coalesce(current_setting(''app.org'', true), '''') = ''''))
       WITH CHECK ((SELECT coalesce(current_setting(''app.org'', true), '''') = ''''))', guarded);
END $$;

SELECT guard_organisation(format('%I.%I', table_schema, table_name)::regclass)
FROM information_schema.columns
WHERE table_schema = 'public' AND column_name = 'organisation_id';

SELECT guard_organisation('organisation', 'id');
