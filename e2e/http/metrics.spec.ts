import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { txtFile } from "../../lib/testing/resume-files";
import { expect, test } from "../support/own-app";

const token = "a-token-for-prometheus-in-tests";
const canary = "Quillon Zephyrine";

test("without METRICS_TOKEN there are no metrics", async ({ request }) => {
  expect((await request.get("/metrics")).status()).toBe(404);
  expect((await request.get("/metrics", { headers: { authorization: `Bearer ${token}` } })).status()).toBe(404);
});

test("metrics for who has the token, traces by the standard variables, one id through answer, log and audit; nobody's name", async ({
  own,
}) => {
  const traces: string[] = [];
  const collector = createServer(async (request, response) => {
    traces.push(`${request.url} ${await text(request)}`);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  collector.listen(0, "127.0.0.1");
  await once(collector, "listening");
  const env = {
    METRICS_TOKEN: token,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    OTEL_BSP_SCHEDULE_DELAY: "200",
  };
  const app = await own.start({ env });
  const { people } = await own.makeOrganisation(app);
  const api = own.api(app, people.recruiter.token);
  const [resumeId] = await api.importAll([txtFile(1)]);
  await api.call("GET", `/api/v1/resumes?q=${encodeURIComponent(canary)}`);

  const ask = (authorization?: string) =>
    fetch(`${app.url}/metrics`, { headers: authorization ? { authorization } : {} });
  for (const wrong of [undefined, "Bearer", `Bearer ${token}x`, `Basic ${token}`, `Bearer ${people.admin.token}`])
    expect((await ask(wrong)).status, wrong).toBe(401);
  const answer = await ask(`Bearer ${token}`);
  expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
  const said = await answer.text();
  expect(said).toMatch(
    /^hireglass_http_request_duration_seconds_count\{method="POST",area="\/api\/v1\/resumes",status="201"\} 1$/m,
  );
  expect(said).toMatch(
    /^hireglass_job_duration_seconds_count\{function="hireglass-read-resume",outcome="completed"\} 1$/m,
  );
  for (const line of ["hireglass_database_up 1", "hireglass_storage_up 1", 'hireglass_jobs{state="failed"} 0'])
    expect(said.split("\n")).toContain(line);
  expect(Number(/^hireglass_storage_free_bytes (\d+)$/m.exec(said)?.[1])).toBeGreaterThan(1_000_000);
  expect(said).toContain("process_resident_memory_bytes");

  // One id: the sender's own where it has the form of one, else ours.
  const own1 = await fetch(`${app.url}/api/health`, { headers: { "x-request-id": "from-a-proxy-1" } });
  expect(own1.headers.get("x-request-id")).toBe("from-a-proxy-1");
  const made = await fetch(`${app.url}/api/health`, { headers: { "x-request-id": "two words: bad" } });
  expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  const headers = { "x-request-id": "deleted-by-1" };
  const deleted = await api.call("DELETE", "/api/v1/resumes", { resumeIds: [resumeId] }, headers);
  expect(deleted.headers()["x-request-id"]).toBe("deleted-by-1");
  const pool = own.connect(app);
  const { rows } = await pool.query("select request_id as id from audit_event where action = 'resume.deleted'");
  expect(rows).toEqual([{ id: "deleted-by-1" }]);

  await expect.poll(() => traces.some((trace) => trace.includes("/api/v1/resumes"))).toBe(true);
  await expect.poll(() => traces.some((trace) => trace.includes("job hireglass-read-resume"))).toBe(true);
  expect(traces.every((trace) => trace.startsWith("/v1/traces "))).toBe(true);
  expect(await app.stop()).toBe(0);
  const sent = traces.join("\n");
  expect(sent).toContain('"hireglass"');
  for (const secret of [canary, encodeURIComponent(canary), resumeId ?? "", people.recruiter.token, "?q="])
    expect(sent + said, secret).not.toContain(secret);
  collector.close();
});

test("a line break in what is sent makes no second log line, and every line is one event", async ({ own }) => {
  const app = await own.start();
  const { people } = await own.makeOrganisation(app);
  const forged = '{"level":50,"msg":"forged"}';
  const evil = encodeURIComponent(`a\n${forged}\r\n${forged}\u2028${forged}`);
  const api = own.api(app, people.recruiter.token);
  const before = app.output().length;
  await api.upload(decodeURIComponent(evil), Buffer.from("no resume at all"));
  await api.upload(`${decodeURIComponent(evil)}.pdf`, Buffer.from("%PDF-1.7 broken"));
  await fetch(`${app.url}/api/v1/resumes?q=${evil}`, {
    headers: { authorization: `Bearer ${people.recruiter.token}`, "user-agent": evil, "accept-language": evil },
  });
  await fetch(`${app.url}/nothing/${evil}`);
  await api.call("POST", "/api/v1/positions", `{"title":"a\n${forged}`);
  await own.connect(app).query("alter table position rename to position_away");
  expect((await api.call("GET", "/api/v1/positions", undefined, { "x-request-id": "one-1" })).status()).toBe(500);
  await expect.poll(() => app.output().slice(before)).toContain("request failed");
  const lines = app.output().slice(before).split("\n").filter(Boolean);
  for (const line of lines) {
    const event = JSON.parse(line);
    expect([typeof event.level, typeof event.time, typeof event.msg]).toEqual(["number", "string", "string"]);
    expect(event.msg).not.toBe("forged");
  }
  expect(lines.some((line) => line.includes('"requestId":"one-1"') && line.includes("request failed"))).toBe(true);
  expect(lines.join()).not.toContain("forged");
});
