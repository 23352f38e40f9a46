import { request as sendPlain } from "node:http";
import { freePort } from "../../scripts/lib/postgres";
import { createPerson, testPassword } from "../support/organisation";
import { expect, test } from "../support/own-app";
import { startTlsProxy } from "../support/tls-proxy";

test.use({ role: null, ignoreHTTPSErrors: true, expectedErrors: [/401|403/] });

test("behind HTTPS the cookie is bound to this host, and no request's Host or callback leads anywhere else", async ({
  own,
  page,
  context,
}) => {
  const port = await freePort();
  const url = `https://localhost:${port}`;
  const app = await own.start({ env: { NEXTAUTH_URL: url, TRUSTED_PROXY_HOPS: "1" } });
  const proxy = await startTlsProxy(port, app.url);
  try {
    const { people, id: organisationId } = await own.makeOrganisation(app);
    const pool = own.connect(app);
    const signIn = async () => {
      await page.getByLabel("E-mail").fill(people.admin.email);
      await page.getByLabel("Password").fill(testPassword);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
    };

    await test.step("flags of every cookie", async () => {
      const addresses: string[] = [];
      page.on("request", (request) => addresses.push(request.url()));
      await page.goto(`${url}/sign-in`);
      await page.waitForLoadState("networkidle");
      await signIn();
      const cookies = await context.cookies();
      const session = cookies.find(({ name }) => name === "__Host-next-auth.session-token");
      expect(session).toMatchObject({ secure: true, httpOnly: true, sameSite: "Lax", path: "/", domain: "localhost" });
      for (const { name, secure, httpOnly } of cookies.filter(({ name }) => name.includes("auth"))) {
        expect({ name, secure, httpOnly }).toEqual({ name, secure: true, httpOnly: true });
        expect(name).toMatch(/^__(Host|Secure)-/);
      }
      expect(await page.evaluate(() => document.cookie)).not.toContain("auth");
      // Neither the session nor the password stood in an address.
      const secrets = [session?.value ?? "none", testPassword, encodeURIComponent(testPassword)];
      for (const address of addresses) for (const secret of secrets) expect(address).not.toContain(secret);
      // A cookie of the name that plain http uses is nobody's here.
      const plain = await fetch(`${app.url}/api/v1/account`, {
        headers: { cookie: `next-auth.session-token=${session?.value}` },
      });
      expect(plain.status).toBe(401);
    });

    await test.step("a made-up Host changes no link", async () => {
      const answer = await page.evaluate(async () => {
        const json = { email: "new@example.com", name: "New", role: "recruiter" };
        const headers = { "content-type": "application/json" };
        return (await fetch("/api/v1/invitations", { method: "POST", headers, body: JSON.stringify(json) })).json();
      });
      expect(answer.path).toMatch(/^\/invitation#/);
      const made = { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
      for (const [path, method] of [
        ...(["/", "/resumes", "/settings", "/api/auth/signin", "/api/auth/signout", "/api/auth/error"] as const).map(
          (one) => [one, "GET"] as const,
        ),
        ...(
          [
            "/api/auth/callback/credentials",
            "/api/auth/providers",
            "/api/auth/csrf",
            "/sign-in",
            "/api/health",
          ] as const
        ).map((one) => [one, "GET"] as const),
        ["/api/auth/signout", "POST"] as const,
      ]) {
        const { text, headers } = await plainly(app.port, { path, method, headers: made });
        expect(`${method} ${path} ${JSON.stringify(headers)} ${text}`).not.toContain("evil.example");
      }
      // Nor does it make another site's form ours.
      const { status } = await plainly(app.port, {
        ...{ path: "/api/v1/tokens", method: "POST" },
        headers: {
          ...made,
          host: "localhost",
          origin: "https://evil.example",
          cookie: (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; "),
        },
      });
      expect(status).toBe(403);
    });

    await test.step("nor does a callback", async () => {
      const elsewhere = [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "https:evil.example",
        `${url}@evil.example`,
        `${url}.evil.example`,
        "/%2f/evil.example",
        "data:text/html,x",
      ];
      for (const callbackUrl of elsewhere) {
        const locations = await page.evaluate(
          async ([callback, email, password]) => {
            const query = new URLSearchParams({ callbackUrl: callback ?? "" });
            const { csrfToken } = await (await fetch(`/api/auth/csrf?${query}`)).json();
            const fields = {
              csrfToken,
              callbackUrl: callback ?? "",
              email: email ?? "",
              password: password ?? "",
              json: "true",
            };
            const post = async (path: string) =>
              (await (await fetch(path, { method: "POST", body: new URLSearchParams(fields) })).json()).url;
            const page = await fetch(`/sign-in?${query}`);
            return [
              await post("/api/auth/callback/credentials"),
              page.url.replace(/\?.*/, ""),
              (await fetch(`/api/auth/signin?${query}`)).url.replace(/\?.*/, ""),
              await post("/api/auth/signout"),
              await post("/api/auth/callback/credentials"),
            ];
          },
          [callbackUrl, (await createPerson(pool, organisationId, "recruiter")).email, testPassword],
        );
        for (const location of locations)
          expect(new URL(String(location), url).origin, `${callbackUrl} → ${location}`).toBe(url);
        const cookies = await context.cookies();
        const kept = cookies.find(({ name }) => name.endsWith("callback-url"))?.value ?? url;
        expect(new URL(decodeURIComponent(kept), url).origin).toBe(url);
      }
      // A page that was asked for before signing in is not an address to be led to either.
      await context.clearCookies();
      await page.goto(`${url}/sign-in?callbackUrl=https%3A%2F%2Fevil.example`);
      await page.waitForLoadState("networkidle");
      await signIn();
      expect(new URL(page.url()).origin).toBe(url);
    });
  } finally {
    proxy.close();
  }
});

type Plain = { path: string; method: string; headers: Record<string, string> };

/** With a Host of one's own, which no browser and no fetch() would send. */
function plainly(port: number, { path, method, headers }: Plain) {
  return new Promise<{ status: number; headers: unknown; text: string }>((resolve, reject) => {
    const request = sendPlain({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on("error", reject).end();
  });
}
