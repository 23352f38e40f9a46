import { expect, test } from "../fixtures";
import { testPassword } from "../support/organisation";

test.use({ role: null });

type SignIn = { url: string; email: string; password: string; code?: string; headers?: Record<string, string> };

/** As the sign-in page does: the session's cookie, and what went wrong. */
async function signIn({ url, headers = {}, ...fields }: SignIn) {
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken }: { csrfToken: string } = await csrf.json();
  const cookies = [...csrf.headers.getSetCookie(), ...(headers.cookie ? [headers.cookie] : [])];
  const cookie = cookies.map((line) => line.split(";")[0]).join("; ");
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { ...headers, cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, ...fields, json: "true" }),
  });
  const set = response.headers.getSetCookie().find((line) => line.startsWith("next-auth.session-token="));
  const body: { url?: string } = await response.json().catch(() => ({}));
  return { set, cookie: set?.split(";")[0] ?? "", error: new URL(body.url ?? url, url).searchParams.get("error") };
}

test("a session ends with the next request after signing out, a new role, a disabled account or a new password", async ({
  organisation,
  api,
  baseURL,
}) => {
  const url = baseURL ?? "";
  const { email, id } = organisation.people.interviewer;
  const admin = api("admin");
  const enter = async (password = testPassword) => (await signIn({ url, email, password })).cookie;
  const status = async (cookie: string) => (await fetch(`${url}/api/v1/account`, { headers: { cookie } })).status;
  const write = (method: string, path: string, cookie: string, body: unknown = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: { cookie, "content-type": "application/json", "sec-fetch-site": "same-origin" },
      body: JSON.stringify(body),
    });

  const [one, two] = [await enter(), await enter()];
  expect(one).not.toBe(two);
  expect([await status(one), await status(two)]).toEqual([200, 200]);
  const listed = await (await fetch(`${url}/api/v1/account`, { headers: { cookie: one } })).json();
  expect(listed.sessions.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
  const other = listed.sessions.find(
    ({ isCurrent, userAgent }: { isCurrent: boolean; userAgent: string }) => !isCurrent && userAgent,
  );
  expect((await write("DELETE", `/api/v1/account/sessions/${other.id}`, one)).status).toBe(204);
  expect([await status(one), await status(two)]).toEqual([200, 401]);

  const three = await enter();
  const changed = await write("POST", "/api/v1/account/password", one, {
    ...{ password: testPassword, newPassword: "another horse battery" },
  });
  expect(changed.status).toBe(204);
  expect([await status(one), await status(three)]).toEqual([200, 401]);
  expect(await enter()).toBe("");

  await admin.call("PATCH", `/api/v1/users/${id}`, { role: "recruiter" });
  expect(await status(one)).toBe(401);
  const four = await enter("another horse battery");
  await admin.call("PATCH", `/api/v1/users/${id}`, { isDisabled: true });
  expect(await status(four)).toBe(401);
  expect(await enter("another horse battery")).toBe("");
  await admin.call("PATCH", `/api/v1/users/${id}`, { isDisabled: false });
  expect(await status(four)).toBe(401);

  const five = await enter("another horse battery");
  const csrf = await fetch(`${url}/api/auth/csrf`, { headers: { cookie: five } });
  const { csrfToken }: { csrfToken: string } = await csrf.json();
  const cookie = [five, ...csrf.headers.getSetCookie().map((line) => line.split(";")[0])].join("; ");
  const left = await fetch(`${url}/api/auth/signout`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, json: "true" }),
  });
  expect(left.headers.get("clear-site-data")).toBe('"cache"');
  // A copy of the cookie, kept somewhere, opens nothing.
  expect(await status(five)).toBe(401);
});

test("a session ends after twelve idle hours and after seven days; signing in again ends the one before", async ({
  organisation,
  baseURL,
  pool,
}) => {
  const url = baseURL ?? "";
  const { email, id } = organisation.people.hiring_manager;
  const status = async (cookie: string) => (await fetch(`${url}/api/v1/account`, { headers: { cookie } })).status;
  const age = (column: string, span: string) =>
    pool.query(`update user_session set ${column} = now() - $1::interval where user_id = $2`, [span, id]);

  const first = await signIn({ url, email, password: testPassword });
  expect(first.set).toMatch(/HttpOnly/i);
  expect(first.set).toMatch(/SameSite=Lax/i);
  expect(first.set).not.toMatch(/Domain=/i);
  const second = await signIn({ url, email, password: testPassword, headers: { cookie: first.cookie } });
  expect([await status(first.cookie), await status(second.cookie)]).toEqual([401, 200]);

  await age("last_seen_at", "11 hours 59 minutes");
  expect(await status(second.cookie)).toBe(200);
  // That was a use: the hours begin anew.
  await expect
    .poll(
      async () =>
        (
          await pool.query(
            "select count(*)::int as count from user_session where user_id = $1 and last_seen_at > now() - interval '1 minute'",
            [id],
          )
        ).rows[0].count,
    )
    .toBeGreaterThan(0);
  await age("last_seen_at", "12 hours 1 minute");
  expect(await status(second.cookie)).toBe(401);

  const third = await signIn({ url, email, password: testPassword });
  await age("created_at", "7 days 1 minute");
  await age("last_seen_at", "1 minute");
  expect(await status(third.cookie)).toBe(401);
  for (const cookie of ["next-auth.session-token=x", `${third.cookie}x`, "next-auth.session-token="])
    expect(await status(cookie)).toBe(401);
});

test("whatever somebody writes into X-Forwarded-For, their tries are counted together", async ({
  organisation,
  baseURL,
}) => {
  const url = baseURL ?? "";
  const { email } = organisation.people.recruiter;
  const errors: (string | null)[] = [];
  for (let index = 0; index < 12; index += 1) {
    const headers = { "x-forwarded-for": `203.0.113.${index}`, "x-hireglass-client": `203.0.113.${index}` };
    errors.push((await signIn({ url, email, password: "wrong password", headers })).error);
  }
  expect(errors.slice(0, 10)).toEqual(Array(10).fill("CredentialsSignin"));
  expect(errors.slice(10)).toEqual(["rate_limited", "rate_limited"]);
});

test("a token with scopes does no more than they say, one that is too old nothing, and it makes none with more", async ({
  api,
  organisation,
  baseURL,
  pool,
}) => {
  const make = (json: object) => api("recruiter").json<{ id: string; token: string }>("POST", "/api/v1/tokens", json);
  const call = async (token: string, method: string, path: string, body?: unknown) =>
    (
      await fetch(`${baseURL}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
    ).status;
  const reading = await make({ name: "reading", scopes: ["read"], days: 30 });
  expect(await call(reading.token, "GET", "/api/v1/resumes")).toBe(200);
  expect(await call(reading.token, "POST", "/api/v1/positions/drafts", "x")).toBe(403);
  expect(await call(reading.token, "DELETE", "/api/v1/resumes", { resumeIds: [] })).toBe(403);
  expect(await call(reading.token, "GET", "/api/position-settings/")).toBe(200);
  expect(await call(reading.token, "POST", "/api/position-settings/", { position: "x" })).not.toBe(200);
  const making = await make({ name: "making", scopes: ["token:manage"] });
  expect(await call(making.token, "GET", "/api/v1/resumes")).toBe(403);
  expect(await call(making.token, "POST", "/api/v1/tokens", { name: "more" })).toBe(403);
  expect(await call(making.token, "POST", "/api/v1/tokens", { name: "more", scopes: ["read"] })).toBe(403);
  await pool.query("update api_token set expires_at = now() - interval '1 second' where id = $1", [reading.id]);
  expect(await call(reading.token, "GET", "/api/v1/resumes")).toBe(401);
  const { rows } = await pool.query(
    "select details from audit_event where organisation_id = $1 and action = 'access.refused'",
    [organisation.id],
  );
  expect(rows.length).toBeGreaterThan(0);
});
