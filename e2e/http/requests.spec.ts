import { createHash, randomUUID } from "node:crypto";
import JSZip from "jszip";
import mammoth from "mammoth";
import en from "../../messages/en.json" with { type: "json" };
import zh from "../../messages/zh.json" with { type: "json" };
import { expect, test } from "../fixtures";
import { type Address, fill, rules } from "../support/routes";
import { savePosition, screenedPosition } from "../support/scenario";

const changing = (Object.keys(rules) as Address[]).filter((address) => !address.startsWith("GET"));
const session = (cookie: string) => ({ cookie: `next-auth.session-token=${cookie}` });

test("a request with a session from another site is refused", async ({ request, organisation, baseURL }) => {
  const headers = session(organisation.people.admin.cookie);
  const origins: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `${baseURL}.evil.example` },
    { "sec-fetch-site": "cross-site", origin: baseURL ?? "" },
    { "sec-fetch-site": "same-site" },
    {},
  ];
  for (const address of changing) {
    const { method, path } = fill(address);
    const data = rules[address]?.body;
    const answers = await Promise.all(
      origins.map((origin) => request.fetch(path, { method, data, headers: { ...headers, ...origin } })),
    );
    for (const [place, response] of answers.entries())
      expect(response.status(), `${address} from ${JSON.stringify(origins[place])}`).toBe(403);
  }
  const own = await request.post("/api/v1/positions", {
    data: savePosition("Own"),
    headers: { ...headers, origin: baseURL ?? "" },
  });
  expect(own.status()).toBe(201);
});

test("set-up is closed to other sites, and to everyone once there is a user", async ({ request, baseURL }) => {
  const data = { token: "guess", email: "evil@example.com", name: "Evil", password: "long enough 1" };
  expect((await request.post("/api/v1/set-up", { data, headers: { origin: "https://evil.example" } })).status()).toBe(
    403,
  );
  expect((await request.post("/api/v1/set-up", { data, headers: { origin: baseURL ?? "" } })).status()).toBe(403);
});

test("a body that is not JSON, or not what is asked for, gets 400 with the fields", async ({ api }) => {
  const admin = api("admin");
  const notJson = await admin.call("POST", "/api/v1/positions", Buffer.from("{no"), {
    "content-type": "application/json",
  });
  expect(notJson.status()).toBe(400);
  expect(await notJson.json()).toEqual({ error: { code: "bad_request", message: zh.errors.invalid_json } });

  const cases: [string, string, unknown, string[]][] = [
    ["POST", "/api/v1/positions", { title: "", salaryMin: "much" }, ["title", "salaryMin"]],
    ["POST", "/api/v1/positions", { ...savePosition("x"), salaryMin: 2, salaryMax: 1 }, ["salaryMax"]],
    [
      "POST",
      "/api/v1/users",
      { email: "no address", name: "", role: "boss", password: "short" },
      ["email", "name", "role", "password"],
    ],
    ["POST", "/api/v1/resumes/retry", { resumeIds: ["1; drop table resume"] }, ["resumeIds.0"]],
    ["DELETE", "/api/v1/resumes", { resumeIds: [] }, ["resumeIds"]],
    ["GET", "/api/v1/resumes?limit=1000000000", undefined, ["limit"]],
    ["GET", "/api/v1/resumes?limit=-1", undefined, ["limit"]],
    ["GET", "/api/v1/resumes?cursor=NaN", undefined, ["cursor"]],
    ["GET", "/api/v1/resumes?state=haunted", undefined, ["state"]],
    ["POST", "/api/v1/tokens", [], []],
  ];
  for (const [method, path, body, fields] of cases) {
    const response = await admin.call(method, path, body, { "accept-language": "en" });
    expect(response.status(), path).toBe(400);
    const { error } = await response.json();
    expect(error.code).toBe("bad_request");
    for (const field of fields) expect(error.message, path).toContain(field);
  }
});

test("a search for anything at all is an answer, never a fault", async ({ api }) => {
  const odd = [
    "'",
    '"',
    "%",
    "_",
    "\\",
    "\u0000",
    "\ud800",
    "'; drop table resume --",
    "a & !b | c:*",
    "。，",
    " ",
    "x".repeat(200),
  ];
  for (const q of odd) {
    const query = q === "\ud800" ? "%ED%A0%80" : encodeURIComponent(q);
    const response = await api("recruiter").call("GET", `/api/v1/resumes?q=${query}`);
    expect(response.status(), JSON.stringify(q)).toBe(200);
  }
});

test("fields that are not a sender's to set are ignored", async ({ api, pool, organisation }) => {
  const other = randomUUID();
  const created = await api("recruiter").json<{ id: string; version: number }>("POST", "/api/v1/positions", {
    ...savePosition("Mass assignment"),
    ...{ id: other, organisationId: other, version: 9, createdById: other, isListed: false },
  });
  const { rows } = await pool.query(
    "select organisation_id, version, is_listed, created_by_id from position where id = $1",
    [created.id],
  );
  expect(rows).toEqual([
    { organisation_id: organisation.id, version: 1, is_listed: true, created_by_id: organisation.people.recruiter.id },
  ]);
  expect(created.id).not.toBe(other);
});

test("errors are said in the reader's language", async ({ request }) => {
  for (const [locale, messages] of [
    ["en-GB,en", en],
    ["zh-CN", zh],
  ] as const) {
    const response = await request.get("/api/v1/positions", { headers: { "accept-language": locale } });
    expect(await response.json()).toEqual({ error: { code: "unauthorized", message: messages.errors.unauthorized } });
  }
});

test("a token works until it is revoked, and its owner until the account is disabled", async ({
  api,
  request,
  organisation,
}) => {
  const { id, token } = await api("recruiter").json<{ id: string; token: string }>("POST", "/api/v1/tokens", {
    name: "ATS",
  });
  const call = async (bearer: string) =>
    (await request.get("/api/v1/positions", { headers: { authorization: `Bearer ${bearer}` } })).status();
  expect(await call(token)).toBe(200);
  expect((await api("recruiter").call("DELETE", `/api/v1/tokens/${id}`)).status()).toBe(204);
  expect(await call(token)).toBe(401);

  const { interviewer } = organisation.people;
  expect(await call(interviewer.token)).toBe(200);
  await api("admin").call("PATCH", `/api/v1/users/${interviewer.id}`, { isDisabled: true });
  expect(await call(interviewer.token)).toBe(401);
});

test("a session ends with the next request after the role or the account changes", async ({
  api,
  request,
  organisation,
}) => {
  const { hiring_manager: manager } = organisation.people;
  const call = async () => (await request.get("/api/v1/positions", { headers: session(manager.cookie) })).status();
  expect(await call()).toBe(200);
  await api("admin").call("PATCH", `/api/v1/users/${manager.id}`, { role: "interviewer" });
  expect(await call()).toBe(401);
  expect((await request.get("/api/v1/positions", { headers: session("not.a.token") })).status()).toBe(401);
});

test("a file is offered as it came, for download only", async ({ api }) => {
  const name = "简历 (1)'\"; 🙂.txt";
  const bytes = Buffer.from(`<b>Jane</b> Miller ${randomUUID()}`);
  const { item } = await api("recruiter").upload(name, bytes);
  const response = await api("recruiter").call("GET", `/api/v1/resumes/${item.resumeId}/file`);
  const headers = response.headers();
  expect(
    createHash("sha256")
      .update(await response.body())
      .digest("hex"),
  ).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(headers).toMatchObject({
    "content-type": "application/octet-stream",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    "cross-origin-resource-policy": "same-origin",
  });
  const disposition = headers["content-disposition"] ?? "";
  expect(disposition).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+$/);
  expect(decodeURIComponent(disposition.split("''")[1] ?? "")).toBe(name);
});

test("a file's own policy lets nothing of it run", async ({ api }) => {
  const { item } = await api("recruiter").upload("page.txt", Buffer.from(`Jane Miller ${randomUUID()}`));
  const response = await api("recruiter").call("GET", `/api/v1/resumes/${item.resumeId}/file`);
  expect(response.headers()["content-security-policy"]).toBe("sandbox; default-src 'none'");
});

test("a page's scripts carry the nonce of its own policy, each time another, and no answer of the API may run any", async ({
  api,
  request,
  organisation,
}) => {
  const nonces = new Set<string>();
  for (const path of ["/", "/resumes", "/sign-in", "/no-such-page"]) {
    const response = await request.get(path, { headers: session(organisation.people.admin.cookie) });
    const policy = response.headers()["content-security-policy"] ?? "";
    const nonce = /script-src 'self' 'nonce-(\w{32})' 'strict-dynamic';/.exec(policy)?.[1] ?? "";
    expect(nonce, path).not.toBe("");
    nonces.add(nonce);
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(4);
  const { headers } = await api("recruiter")
    .call("GET", "/api/v1/positions")
    .then((response) => ({ headers: response.headers() }));
  expect(headers["content-security-policy"]).toContain("sandbox; default-src 'none'");
  expect(headers).toMatchObject({ "x-frame-options": "DENY", "x-content-type-options": "nosniff" });
});

test("a report is downloaded as Markdown, JSON, Word and a workbook", async ({ api }) => {
  const recruiter = api("recruiter");
  const { positionId, applicationIds } = await screenedPosition(recruiter, { title: "Data engineer" });
  for (const path of [`/api/v1/positions/${positionId}/report`, `/api/v1/applications/${applicationIds[0]}/report`]) {
    const markdown = await recruiter.call("GET", `${path}?format=md`, undefined, { "accept-language": "en" });
    expect(markdown.headers()["content-disposition"]).toContain("attachment");
    expect(await markdown.text()).toContain("Data engineer");
    const json = await recruiter.call("GET", `${path}?format=json`);
    expect(json.headers()["content-type"]).toContain("application/json");
    expect(JSON.stringify(await json.json())).toContain("Data engineer");
    const word = await recruiter.call("GET", `${path}?format=docx`, undefined, { "accept-language": "en" });
    expect(word.headers()["content-disposition"]).toContain(".docx");
    const { value } = await mammoth.extractRawText({ buffer: await word.body() });
    expect(value).toContain("Data engineer");
    expect(value).toContain("Java, Spring Boot");
    expect((await recruiter.call("GET", `${path}?format=exe`)).status()).toBe(400);
  }
  const workbook = await recruiter.call("GET", `/api/v1/positions/${positionId}/report?format=xlsx`);
  const sheet = await (await JSZip.loadAsync(await workbook.body())).file("xl/worksheets/sheet1.xml")?.async("string");
  expect(sheet?.match(/<row /g)?.length).toBeGreaterThan(4);
});

test("health tells version and the state of each part", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    status: "ok",
    database: "up",
    separation: "role",
    storage: { kind: "disk", state: "up" },
    jobs: { runner: "embedded", state: "up" },
    // Other tests give their organisations a model.
    engine: { name: expect.stringMatching(/^(built-in|model)$/), state: "up" },
  });
});

test("a candidate's address answers only so often and says when to come back", async ({ request }) => {
  const address = `/api/v1/answers/hga_${randomUUID()}/uploads`;
  const statuses = new Set<number>();
  for (let call = 0; call < 61; call += 1) {
    const response = await request.post(address, { data: { fileSize: 100 } });
    statuses.add(response.status());
    if (response.status() !== 429) continue;
    expect(Number(response.headers()["retry-after"])).toBeGreaterThan(0);
    expect((await response.json()).error.code).toBe("rate_limited");
  }
  expect([...statuses]).toEqual([404, 429]);
});
