import { makeMedia } from "../../lib/testing/media-files";
import { startTranscriptionServer } from "../../lib/testing/transcription-server";
import type { Api } from "../support/api";
import { expect, test } from "../support/own-app";

const vtt = `WEBVTT

00:00:00.000 --> 00:00:04.000
<v Interviewer>Please tell me about the order system you worked on.

00:00:05.000 --> 00:00:14.000
<v Jane>I joined Northwind Systems in 2019, and I am a senior backend engineer there, in the order team.

00:00:15.000 --> 00:00:25.000
<v Jane>I built the order service in Java, and I cut the response time from 800 ms to 120 ms.

00:00:26.000 --> 00:00:29.000
<v Interviewer>How did you keep it consistent?

00:00:30.000 --> 00:00:40.000
<v Jane>I used Spring Boot and wrote an outbox, because messages were lost when the broker was restarted at night.
`;
const analysis = ["quality", "exchanges", "delivery", "consistency", "traits", "summary"];
/** Two at once: more work than these the server does not take up at a time. */
const rounds = [
  ["read", "audio", "transcribe", "quality", "exchanges", "delivery"],
  ["join", "consistency", "traits", "summary"],
];

/**
 * Stops a recording's work in the middle of the step its name tells, after the work and before its result is kept.
 * As the owner: viewers' statements have no right to this table.
 */
const stall = `
  create table stall (is_on boolean);
  create function stall_video() returns trigger language plpgsql security definer as $$
  declare step text := split_part(new.candidate_name, ' ', 2);
  begin
    if exists (select from stall) and (
      (step = 'read' and new.facts is not null and old.facts is null)
      or (step = 'audio' and cardinality(new.audio_keys) > 0 and cardinality(old.audio_keys) = 0)
      or (step = 'join' and new.transcript is not null and old.transcript is null)
      or (step = old.analysis_step and new.analysis is distinct from old.analysis)
    ) then perform pg_sleep(600); end if;
    return new;
  end $$;
  create trigger stall_video before update on video for each row execute function stall_video();
  create function stall_stored() returns trigger language plpgsql security definer as $$
  begin
    if exists (select from stall) and new.file_name like 'answers.%' then perform pg_sleep(600); end if;
    return new;
  end $$;
  create trigger stall_stored before insert on video for each row execute function stall_stored();`;
const stalled = "select count(*)::int as count from pg_stat_activity where wait_event = 'PgSleep'";
/** What the killed server had asked for must not go on by itself. */
const release = "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'";

type Upload = { id: string; partSize: number };
type Detail = { state: string; error: string | null; transcript: { lines: unknown[] } | null; analysis: object | null };

async function add(api: Api, step: string): Promise<string> {
  // Longer than the others, so that the server that hears it knows it.
  const file = await makeMedia({ seconds: step === "transcribe" ? 60 : 40, speech: [[0, 60]] });
  const description = { fileName: "a.webm", candidateName: `At ${step}`, positionApplied: "Engineer" };
  const hasAgreed = ["audio", "transcribe", "join"].includes(step);
  const begun = { ...description, hasAgreed, fileSize: file.length };
  const { id } = await api.json<Upload>("POST", "/api/v1/videos/uploads", begun);
  expect((await api.call("PUT", `/api/v1/videos/uploads/${id}/parts/0`, file)).status()).toBe(204);
  await api.json("POST", `/api/v1/videos/uploads/${id}/video`);
  if (analysis.includes(step)) {
    await expect.poll(async () => (await read(api, id)).state).toBe("completed");
    expect((await api.call("PUT", `/api/v1/videos/${id}/transcript`, Buffer.from(vtt))).status()).toBe(204);
  }
  return id;
}

const read = (api: Api, id: string) => api.json<Detail>("GET", `/api/v1/videos/${id}`);

test("kill -9 in the middle of each step of a recording: after a start it is as if nothing had happened", async ({
  own,
}) => {
  test.setTimeout(150_000);
  let hangs = true;
  const server = await startTranscriptionServer(({ bytes }) => {
    if (hangs && bytes.length > 300_000) return { text: "", breaks: "silent" };
    const segments = [{ start: 1, end: 9, text: "I joined Northwind Systems in 2019." }];
    return { text: "", answer: { text: "", segments } };
  });
  const env = { TRANSCRIPTION_BASE_URL: server.baseUrl };
  let app = await own.start({ env });
  const { people } = await own.makeOrganisation(app);
  let api = own.api(app, people.recruiter.token);
  const admin = own.api(app, people.admin.token);
  expect((await admin.call("PATCH", "/api/v1/organisation-settings", { showsTraits: true })).status()).toBe(204);
  const pool = own.connect(app);
  await pool.query(stall);
  const control = await add(api, "quality");
  await expect.poll(async () => (await read(api, control)).state).toBe("completed");
  const wanted = { ...(await read(api, control)).analysis, revision: 0 };

  for (const steps of rounds) {
    await pool.query("insert into stall values (true)");
    const ids = new Map<string, string>();
    for (const step of steps) ids.set(step, await add(api, step));
    const inDatabase = steps.filter((step) => step !== "transcribe").length;
    await expect.poll(async () => (await pool.query(stalled)).rows[0]?.count, { timeout: 60_000 }).toBe(inDatabase);
    if (steps.includes("transcribe"))
      await expect.poll(() => server.heard.some(({ bytes }) => bytes.length > 300_000)).toBe(true);
    await app.killAll();
    await pool.query("delete from stall");
    await pool.query(release);
    hangs = false;
    app = await own.start({ env });
    api = own.api(app, people.recruiter.token);
    for (const [step, id] of ids) {
      await expect.poll(async () => (await read(api, id)).state, { message: step, timeout: 60_000 }).toBe("completed");
      const video = await read(api, id);
      expect(video.error, step).toBeNull();
      if (analysis.includes(step)) expect({ ...video.analysis, revision: 0 }, step).toEqual(wanted);
      else if (step !== "read") {
        await expect.poll(async () => (await read(api, id)).transcript?.lines.length, { message: step }).toBe(1);
        await expect.poll(async () => (await read(api, id)).analysis, { message: step }).not.toBeNull();
      }
    }
  }
  await server.close();
});

test("kill -9 while a candidate's answers are being stored: the link is still open, and they are stored once", async ({
  own,
}) => {
  let app = await own.start();
  const { people } = await own.makeOrganisation(app);
  let api = own.api(app, people.recruiter.token);
  const lines = ["Jane Miller", "", "Work Experience", "Contoso Ltd  Engineer  Jan 2018 - Present"];
  const [resumeId] = await api.importAll([{ name: "jane.txt", bytes: Buffer.from(lines.join("\n")) }]);
  const asked = { resumeId, positionApplied: "Engineer", language: "en", days: 3 };
  const questions = [{ text: "What did you build?", seconds: 60 }];
  const { path } = await api.json<{ path: string }>("POST", "/api/v1/video-invites", { ...asked, questions });
  const address = `/api/v1/answers/${path.split("/").at(-1)}`;
  const pool = own.connect(app);
  await pool.query(stall);
  await pool.query("insert into stall values (true)");
  expect((await api.call("POST", `${address}/consent`, {})).status()).toBe(204);
  const file = await makeMedia({ seconds: 5, speech: [[0, 5]], hasPicture: true });
  const { id } = await api.json<Upload>("POST", `${address}/uploads`, { fileSize: file.length });
  expect((await api.call("PUT", `${address}/uploads/${id}/parts/0`, file)).status()).toBe(204);
  const sent = { uploadIds: [id], events: [] };
  const lost = api.call("POST", `${address}/video`, sent).then(
    () => "answered",
    () => "lost",
  );
  await expect.poll(async () => (await pool.query(stalled)).rows[0]?.count, { timeout: 60_000 }).toBe(1);
  await app.killAll();
  expect(await lost).toBe("lost");
  await pool.query("delete from stall");
  await pool.query(release);
  app = await own.start();
  api = own.api(app, people.recruiter.token);
  expect(await api.json("GET", "/api/v1/videos")).toEqual([]);
  expect(await api.json("GET", "/api/v1/video-invites")).toMatchObject([{ state: "open" }]);
  for (let time = 0; time < 2; time += 1) expect((await api.call("POST", `${address}/video`, sent)).status()).toBe(204);
  expect(await api.json("GET", "/api/v1/video-invites")).toMatchObject([{ state: "completed" }]);
  expect(await api.json("GET", "/api/v1/videos")).toMatchObject([{ id }]);
  const played = await api.call("GET", `/api/v1/videos/${id}/file`);
  expect(played.status()).toBe(200);
  expect((await played.body()).length).toBeGreaterThan(1000);
});
