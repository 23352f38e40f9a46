import { testSecret } from "../support/app";
import { testPassword } from "../support/organisation";
import { expect, test } from "../support/own-app";

test.use({ role: null });

type SignIn = { url: string; email: string; password: string; from: string };

async function signIn({ url, from, ...fields }: SignIn) {
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = await csrf.json();
  const cookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, "x-forwarded-for": from },
    body: new URLSearchParams({ csrfToken, ...fields, json: "true" }),
  });
  const { url: led } = await response.json();
  const set = response.headers.getSetCookie().some((line) => line.startsWith("next-auth.session-token="));
  return set ? "in" : new URL(led, url).searchParams.get("error");
}

test("a limit is exact over two servers, whatever a sender makes up; without its store nobody signs in, and the rest goes on", async ({
  own,
}) => {
  test.setTimeout(150_000);
  const first = await own.start();
  const second = await own.start({ env: { DATABASE_URL: first.databaseUrl, NEXTAUTH_SECRET: testSecret } });
  const { people } = await own.makeOrganisation(first);
  const pool = own.connect(first);

  // A quarter of an hour that ends meanwhile would let some more in.
  const left = 900_000 - (Date.now() % 900_000);
  if (left < 30_000) await new Promise((done) => setTimeout(done, left));
  const { email } = people.recruiter;
  const tries = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      signIn({
        url: [first, second][index % 2]?.url ?? "",
        email,
        password: "wrong password",
        from: `203.0.113.${index}`,
      }),
    ),
  );
  expect(tries.filter((error) => error === "CredentialsSignin")).toHaveLength(10);
  expect(tries.filter((error) => error === "rate_limited")).toHaveLength(30);
  for (const { url } of [first, second])
    expect(await signIn({ url, email, password: testPassword, from: "" })).toBe("rate_limited");

  const admin = { url: second.url, email: people.admin.email, password: testPassword, from: "" };
  expect(await signIn(admin)).toBe("in");
  await pool.query("alter table rate_limit_window rename to taken_away");
  expect(await signIn(admin)).toBe("unavailable");
  expect(await signIn({ ...admin, password: "wrong password" })).toBe("unavailable");
  const headers = { authorization: `Bearer ${people.admin.token}` };
  expect((await fetch(`${second.url}/api/v1/resumes`, { headers })).status).toBe(200);
  expect(second.output()).toContain('"code":"sign_in"');
  expect(second.output()).not.toContain(email);
  await pool.query("alter table taken_away rename to rate_limit_window");
  expect(await signIn(admin)).toBe("in");
});
