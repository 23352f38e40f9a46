import { randomUUID } from "node:crypto";
import type pg from "pg";
import { makeSpeechWav } from "../../lib/testing/transcription-server";
import { expect, test } from "../fixtures";
import { createOrganisation, type Organisation } from "../support/organisation";
import { type Address, fill, modelSettings, rules } from "../support/routes";
import { heldInterview, savePosition, screenedPosition } from "../support/scenario";

/** Answers that are the same for an id that does not exist, and tell nothing. */
const emptyInstead: Address[] = ["GET /api/v1/imports/[batchId]"];
const byId = (Object.keys(rules) as Address[]).filter((address) => address.includes("["));

test("nothing of another organisation can be seen or changed by its id", async ({ api, organisation, pool }) => {
  const theirs = await screenedPosition(api("recruiter"));
  const { rows } = await pool.query("select batch_id from import_item where organisation_id = $1 limit 1", [
    organisation.id,
  ]);
  const { rows: tokens } = await pool.query("select id from api_token where organisation_id = $1 limit 1", [
    organisation.id,
  ]);
  const ids = {
    positionId: theirs.positionId,
    resumeId: theirs.resumeIds[0] ?? "",
    applicationId: theirs.applicationIds[0] ?? "",
    batchId: rows[0].batch_id as string,
    tokenId: tokens[0].id as string,
    userId: organisation.people.recruiter.id,
  };
  const note = { text: "Ours" };
  const { id: commentId } = await api("recruiter").json<{ id: string }>(
    "POST",
    `/api/v1/resumes/${ids.resumeId}/comments`,
    note,
  );
  const { run } = await api("recruiter").json<ScreenedApplication>("GET", `/api/v1/applications/${ids.applicationId}`);
  const override = { ...run.result.verdicts[0], verdict: "not_met", reason: "Ours", runId: run.id };
  const path = `/api/v1/applications/${ids.applicationId}/overrides`;
  const { id: overrideId } = await api("recruiter").json<{ id: string }>("POST", path, override);
  const interviewId = await heldInterview(api("recruiter"), theirs, "live");
  const recording = {
    name: "one.wav",
    mimeType: "audio/wav",
    buffer: makeSpeechWav([{ silence: 0, speech: 1 }], 16_000),
  };
  const whose = { candidate_name: "Jane", position_applied: "Engineer", video_file: recording };
  const { id: videoId } = await (await api("recruiter").form("/video-analysis/", whose)).json();
  const template = { name: "Ours", interviewId };
  const { id: templateId } = await api("recruiter").json<{ id: string }>(
    "POST",
    "/api/v1/interview-templates",
    template,
  );
  Object.assign(ids, { commentId, overrideId, interviewId, videoId, templateId });
  const before = await contents(pool, organisation);
  const other = await createOrganisation(pool);
  const stranger = api("admin", other);

  for (const address of byId) {
    const body = rules[address]?.body;
    // Two kinds of batches: imports and screenings.
    const own = address.includes("/batches/") ? { ...ids, batchId: theirs.batchId } : ids;
    const { method, path } = fill(address, own);
    const response = await stranger.call(method, path, body);
    const { path: nowhere } = fill(address, Object.fromEntries(Object.keys(ids).map((name) => [name, randomUUID()])));
    const missing = await stranger.call(method, nowhere, body);
    expect(response.status(), address).toBe(emptyInstead.includes(address) ? 200 : 404);
    expect(missing.status(), `${address}, missing`).toBe(response.status());
    expect(await response.text(), `${address} answers as for a missing id`).toBe(await missing.text());
  }
  expect(await contents(pool, organisation)).toEqual(before);
});

test("ids of another organisation in a body link nothing", async ({ api, organisation, pool }) => {
  const resumeIds = await api("recruiter").importAll([
    { name: "a.txt", bytes: Buffer.from("Jane Miller\nJava developer") },
  ]);
  const other = await createOrganisation(pool);
  const stranger = api("admin", other);
  const { id: positionId } = await stranger.json<{ id: string }>("POST", "/api/v1/positions", savePosition("Ours"));
  const before = await contents(pool, organisation);

  expect((await stranger.call("POST", `/api/v1/positions/${positionId}/screenings`, { resumeIds })).status()).toBe(409);
  expect((await stranger.call("POST", `/api/v1/positions/${positionId}/applications`, { resumeIds })).status()).toBe(
    409,
  );
  expect(await stranger.json("DELETE", "/api/v1/resumes", { resumeIds })).toEqual({ deleted: 0 });
  expect(await stranger.json("POST", "/api/v1/resumes/retry", { resumeIds })).toEqual({ retried: 0 });
  expect(await stranger.json("POST", "/api/v1/resumes/tags", { resumeIds, add: ["x"] })).toEqual({ changed: 0 });
  const [ourId] = await stranger.importAll([{ name: "b.txt", bytes: Buffer.from("Peter Jensen\nJava developer") }]);
  const join = { otherResumeId: resumeIds[0] };
  expect((await stranger.call("PUT", `/api/v1/resumes/${ourId}/candidate`, join)).status()).toBe(404);
  await stranger.call("PUT", `/api/v1/positions/${positionId}/members`, {
    userIds: [organisation.people.hiring_manager.id],
  });
  const { rows } = await pool.query("select count(*)::int as count from position_member where position_id = $1", [
    positionId,
  ]);
  expect(rows).toEqual([{ count: 0 }]);
  expect(await contents(pool, organisation)).toEqual(before);
});

test("lists show the own organisation only", async ({ api, pool }) => {
  await screenedPosition(api("recruiter"));
  const other = await createOrganisation(pool);
  const stranger = api("admin", other);
  expect(await stranger.json("GET", "/api/v1/resumes")).toMatchObject({ total: 0, resumes: [] });
  expect(await stranger.json("GET", "/api/v1/resumes?q=java")).toMatchObject({ total: 0 });
  expect(await stranger.json("GET", "/api/v1/positions")).toEqual([]);
  expect(await stranger.json("GET", "/api/v1/positions?state=archived")).toEqual([]);
  expect(await stranger.json("GET", "/api/v1/positions/requirements")).toEqual([]);
  expect(await stranger.json("GET", "/api/v1/batches")).toEqual([]);
  const users = await stranger.json<{ email: string }[]>("GET", "/api/v1/users");
  expect(users.map(({ email }) => email).sort()).toEqual(
    Object.values(other.people)
      .map(({ email }) => email)
      .sort(),
  );
  expect(await stranger.json<unknown[]>("GET", "/api/v1/tokens")).toHaveLength(4);
  await api("admin").call("PUT", "/api/v1/model-settings", modelSettings({ apiKey: "sk-theirs" }));
  expect(await stranger.json("GET", "/api/v1/model-settings")).toMatchObject({ hasApiKey: false, usage: [] });
});

test("another organisation's identical file is no duplicate", async ({ api, pool }) => {
  const bytes = Buffer.from(`Jane Miller ${randomUUID()}`);
  expect((await api("recruiter").upload("a.txt", bytes)).item).toMatchObject({ outcome: "accepted" });
  const other = await createOrganisation(pool);
  expect((await api("recruiter", other).upload("a.txt", bytes)).item).toMatchObject({
    outcome: "accepted",
    duplicateOf: null,
  });
});

test("an import belongs to the person who began it", async ({ api }) => {
  const batchId = randomUUID();
  await api("recruiter").upload("a.txt", Buffer.from("Jane Miller"), { batchId });
  expect((await api("admin").upload("b.txt", Buffer.from("Peter Jensen"), { batchId })).status).toBe(404);
  expect(await api("admin").json("GET", `/api/v1/imports/${batchId}`)).toEqual([]);
});

test("a hiring manager and an interviewer see what they are members of, and nothing else", async ({
  api,
  organisation,
}) => {
  const recruiter = api("recruiter");
  const theirs = await screenedPosition(recruiter, { title: "Not theirs" });
  const { id: ownId } = await recruiter.json<{ id: string }>("POST", "/api/v1/positions", savePosition("Theirs"));
  const { hiring_manager, interviewer } = organisation.people;
  await recruiter.call("PUT", `/api/v1/positions/${ownId}/members`, { userIds: [hiring_manager.id, interviewer.id] });

  for (const role of ["hiring_manager", "interviewer"] as const) {
    const positions = await api(role).json<{ title: string }[]>("GET", "/api/v1/positions");
    expect(positions.map(({ title }) => title)).toEqual(["Theirs"]);
    expect(await api(role).json("GET", "/api/v1/resumes")).toMatchObject({ total: 0 });
    for (const path of [
      `/api/v1/positions/${theirs.positionId}`,
      `/api/v1/resumes/${theirs.resumeIds[0]}`,
      `/api/v1/resumes/${theirs.resumeIds[0]}/file`,
    ]) {
      expect((await api(role).call("GET", path)).status(), `${role} ${path}`).toBe(404);
    }
  }
  for (const path of [
    `/api/v1/positions/${theirs.positionId}/board`,
    `/api/v1/positions/${theirs.positionId}/report`,
    `/api/v1/applications/${theirs.applicationIds[0]}`,
  ]) {
    expect((await api("hiring_manager").call("GET", path)).status(), path).toBe(404);
  }
});

type ScreenedApplication = { run: { id: string; result: { verdicts: { requirementKey: string }[] } } };

/** Every row of an organisation that matters, as one text per table. */
async function contents(pool: pg.Pool, { id }: Organisation) {
  const tables = [
    "position",
    "position_version",
    "position_member",
    "resume",
    "resume_content",
    "comment",
    "resume_correction",
    "candidate",
    "application",
    "screening_batch",
    "screening_run",
    "decision",
    "recommendation",
    "offer",
    "message",
    "webhook_endpoint",
    "report_schedule",
    "verdict_override",
    "import_item",
    "user_account",
    "model_settings",
    "model_usage",
  ];
  const found = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await pool.query(
        `select count(*)::int as count, md5(coalesce(string_agg(row::text, '|' order by row::text), '')) as hash from ${table} row where organisation_id = $1`,
        [id],
      );
      return [table, rows[0]];
    }),
  );
  const { rows: tokens } = await pool.query(
    "select count(*)::int as count from api_token where organisation_id = $1 and revoked_at is null",
    [id],
  );
  return { ...Object.fromEntries(found), tokens };
}
