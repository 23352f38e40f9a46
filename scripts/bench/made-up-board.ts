import pg from "pg";

export const boardRequirements = [
  ["skill", "Java, Spring Boot", "must"],
  ["experience", "5+ years of backend development", "must"],
  ["education", "Bachelor or higher", "gate"],
  ["skill", "Kubernetes", "nice"],
  ["skill", "PostgreSQL", "must"],
  ["skill", "Kafka", "nice"],
  ["language", "English", "nice"],
  ["experience", "Led a team", "nice"],
] as const;

/** Fills a position with screened candidates whose marks and scores are spread as on a real board. */
export async function fillBoard(url: string, positionId: string, rows: number) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(insert, [positionId, rows]);
    await client.query(
      "update application set current_run_id = run.id from screening_run run where run.application_id = application.id and position_id = $1",
      [positionId],
    );
    for (const table of ["resume", "application", "screening_run"]) await client.query(`vacuum (analyze) ${table}`);
  } finally {
    await client.end();
  }
}

const insert = `
  with target as (
    select position.id as position_id, position.organisation_id, version.id as version_id, version.requirements
    from position join position_version version on version.position_id = position.id
    where position.id = $1 order by version.version desc limit 1
  ), made as (
    select index, gen_random_uuid() as candidate_id, gen_random_uuid() as resume_id, gen_random_uuid() as application_id,
      gen_random_uuid() as run_id, target.*, round((random() * 100)::numeric, 1)::float8 as score
    from target, generate_series(1, $2::int) as index
  ), candidates as (
    insert into candidate (id, organisation_id, name) select candidate_id, organisation_id, 'Candidate ' || index from made
  ), resumes as (
    insert into resume (id, organisation_id, candidate_id, file_name, file_size, file_hash, storage_key, state, source,
      received_at, parsed_at, candidate_name, current_title, current_company, highest_degree, years_of_work)
    select resume_id, organisation_id, candidate_id, 'candidate-' || index || '.pdf', 20000, resume_id::text,
      resume_id::text, 'COMPLETED', 'bench-board', now(), now(), 'Candidate ' || index, '高级后端工程师', '某科技有限公司',
      'bachelor', index % 20
    from made
  ), applications as (
    insert into application (id, organisation_id, candidate_id, position_id, resume_id, stage, updated_at)
    select application_id, organisation_id, candidate_id, position_id, resume_id,
      (array['screened', 'screened', 'screened', 'interview', 'rejected'])[1 + index % 5]::application_stage, now()
    from made
  ), runs as (
    insert into screening_run (id, organisation_id, application_id, resume_id, position_version_id, state, engine,
      engine_version, marks, hr_score, technical_score, manager_score, comprehensive_score, score_low, score_high,
      advice, finished_at)
    select run_id, organisation_id, application_id, resume_id, version_id, 'completed', 'built-in', '1',
      (select jsonb_object_agg(asked->>'key', (array['met', 'partly', 'not_met', 'unknown'])[1 + (floor(random() * 4)::int + index) % 4])
        from jsonb_array_elements(requirements) as asked),
      score, score, score, score, greatest(0, score - 12), least(100, score + 9),
      case when score > 75 then 'interview' when score > 40 then 'reserve' else 'mismatch' end, now()
    from made returning id, application_id
  )
  select count(*) from runs`;
