import { TOTP } from "otpauth";
import { type Fault, startOidcProvider } from "../support/oidc-provider";
import { createPerson } from "../support/organisation";
import { expect, test } from "../support/own-app";
import { findAxeProblems } from "../support/page-checks";

test.use({ role: null, expectedErrors: [/401|403/] });

/** A browser of few words: it keeps cookies and follows nothing. */
function openBrowser(url: string) {
  const jar = new Map<string, string>();
  const send = async (address: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(new URL(address, url), {
      redirect: "manual",
      ...init,
      headers: { cookie, ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value && !/max-age=0/i.test(line)) jar.set(name, value);
      else jar.delete(name);
    }
    return response;
  };
  const post = async (path: string, fields: Record<string, string> = {}): Promise<string> => {
    const { csrfToken } = await (await send("/api/auth/csrf")).json();
    const body = new URLSearchParams({ csrfToken, callbackUrl: "/", json: "true", ...fields });
    return (await (await send(path, { method: "POST", body })).json()).url;
  };
  return {
    ...{ jar, send, post },
    account: async () => (await send("/api/v1/account")).status,
    /** Away to the provider and back: where that leads. */
    enter: async () => {
      const away = await send(await post("/api/auth/signin/oidc"));
      const back = await send(away.headers.get("location") ?? "");
      const failed = back.headers.get("location") ?? "";
      return failed.includes("/api/auth/") ? (await send(failed)).headers.get("location") : failed;
    },
  };
}

test("people sign in with the company's provider, as far as the rules of this server let them", async ({
  own,
  page,
}) => {
  test.setTimeout(180_000);
  const provider = await startOidcProvider();
  try {
    const app = await own.start({
      env: {
        ...{
          OIDC_ISSUER: provider.issuer,
          OIDC_CLIENT_ID: provider.clientId,
          OIDC_CLIENT_SECRET: provider.clientSecret,
        },
        ...{ OIDC_NAME: "Example Login", OIDC_DOMAINS: "staff.example.com=interviewer" },
      },
    });
    const { people, id: organisationId } = await own.makeOrganisation(app);
    const pool = own.connect(app);
    const { email, id } = people.recruiter;
    const ada = { sub: "ada", email, email_verified: true };

    await test.step("with PKCE, state and nonce, and a session like any other", async () => {
      provider.say(ada);
      const browser = openBrowser(app.url);
      expect(await browser.enter()).toBe(app.url);
      const [asked] = provider.asked;
      expect(asked?.get("code_challenge_method")).toBe("S256");
      for (const name of ["state", "nonce", "code_challenge"])
        expect(asked?.get(name)?.length, name).toBeGreaterThan(20);
      expect(asked?.get("redirect_uri")).toBe(`${app.url}/api/auth/callback/oidc`);
      const account = await (await browser.send("/api/v1/account")).json();
      expect(account.email).toBe(email);
      expect(account.sessions).toHaveLength(2);
      await pool.query(
        "update user_account set role = 'interviewer', session_version = session_version + 1 where id = $1",
        [id],
      );
      expect(await browser.account()).toBe(401);
      expect(await browser.enter()).toBe(app.url);
      expect(await browser.account()).toBe(200);
      await browser.post("/api/auth/signout");
      expect(await browser.account()).toBe(401);
    });

    await test.step("nothing that is not signed for this very sign-in opens anything", async () => {
      const faults: Fault[] = ["signature", "none_algorithm", "nonce", "audience", "issuer", "late", "state"];
      for (const fault of faults) {
        provider.say(ada, fault);
        const browser = openBrowser(app.url);
        expect(await browser.enter(), String(fault)).toContain("/sign-in?error=OAuthCallback");
        expect(await browser.account(), String(fault)).toBe(401);
      }
      provider.say(ada);
      // Somebody else's answer, pushed upon a browser that asked for none, or for another.
      const [thief, victim] = [openBrowser(app.url), openBrowser(app.url)];
      const away = await thief.send(await thief.post("/api/auth/signin/oidc"));
      const stolen = away.headers.get("location") ?? "";
      await victim.send(stolen);
      expect(await victim.account()).toBe(401);
      await victim.post("/api/auth/signin/oidc");
      await victim.send(stolen);
      expect(await victim.account()).toBe(401);
      // And an answer opens once.
      expect((await thief.send(stolen)).headers.get("location")).toBe(app.url);
      const again = openBrowser(app.url);
      again.jar.clear();
      await again.send(stolen);
      expect(await again.account()).toBe(401);
    });

    await test.step("who has no account here, or whose address nobody verified, is told so", async () => {
      const browser = openBrowser(app.url);
      provider.say({ sub: "eve", email: people.admin.email, email_verified: false });
      expect(await browser.enter()).toContain("error=provider_unverified");
      provider.say({ sub: "eve", email: "eve@example.org", email_verified: true });
      expect(await browser.enter()).toContain("error=provider_unknown");
      expect(await browser.account()).toBe(401);
      provider.say({ sub: "sam", email: "sam@staff.example.com", email_verified: true, name: "Sam" });
      expect(await browser.enter()).toBe(app.url);
      const { rows } = await pool.query(
        "select role::text, name, organisation_id as of from user_account where email like 'sam@%'",
      );
      expect(rows).toEqual([{ role: "interviewer", name: "Sam", of: organisationId }]);
    });

    await test.step("an account that is disabled stays closed", async () => {
      provider.say(ada);
      const browser = openBrowser(app.url);
      await browser.enter();
      await pool.query("update user_account set disabled_at = now() where id = $1", [id]);
      expect(await browser.account()).toBe(401);
      expect(await browser.enter()).toContain("error=provider_unknown");
      await pool.query("update user_account set disabled_at = null where id = $1", [id]);
    });

    await test.step("a second factor is asked for all the same", async () => {
      provider.say(ada);
      const browser = openBrowser(app.url);
      await browser.enter();
      const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
      const ask = (method: string, body: object) =>
        browser.send("/api/v1/account/second-factor", { method, headers, body: JSON.stringify(body) });
      const { secret } = await (await ask("POST", {})).json();
      const totp = new TOTP({ secret });
      expect((await ask("PUT", { code: totp.generate() })).status).toBe(200);
      await browser.post("/api/auth/signout");
      expect(await browser.enter()).toContain("error=code_needed");
      expect(await browser.account()).toBe(401);
      const code = (digits: string, from = browser) =>
        from.post("/api/auth/callback/credentials", { step: "code", code: digits });
      expect(await code("000000")).toContain("error=code_wrong");
      // The code alone, from a browser that the provider has not let in.
      const later = totp.generate({ timestamp: Date.now() + 30_000 });
      expect(await code(later, openBrowser(app.url))).toContain("error=provider_late");
      expect(await browser.account()).toBe(401);
      expect(await code(later)).toBe(app.url);
      expect(await browser.account()).toBe(200);
    });

    await test.step("the page has the button, leads through it, and says what went wrong in both languages", async () => {
      const { email: another } = await createPerson(pool, organisationId, "recruiter");
      provider.say({ sub: "rita", email: another, email_verified: true });
      await page.goto(`${app.url}/sign-in?error=provider_unknown`);
      await expect(page.getByRole("alert")).toContainText("There is no account here");
      expect(await findAxeProblems(page)).toEqual([]);
      await page.context().addCookies([{ name: "hireglass-locale", value: "zh", url: app.url }]);
      await page.goto(`${app.url}/sign-in?error=provider_unverified`);
      await expect(page.getByRole("alert")).toContainText("没有确认您的邮箱");
      // Words of others are not shown.
      await page.goto(`${app.url}/sign-in?error=${encodeURIComponent("<b>Call 555</b>")}`);
      await expect(page.getByRole("alert")).toContainText("现在无法登录");
      await page.context().clearCookies({ name: "hireglass-locale" });
      await page.goto(`${app.url}/sign-in`);
      await page.waitForLoadState("networkidle");
      await page.getByRole("button", { name: "Sign in with Example Login" }).click();
      await expect(page).toHaveURL(`${app.url}/`);
    });
    expect(app.output()).not.toContain("@");
  } finally {
    provider.close();
  }
});

test("without a provider there is no button and no address for it", async ({ own, page }) => {
  const app = await own.start();
  await own.makeOrganisation(app);
  await page.goto(`${app.url}/sign-in`);
  await expect(page.getByRole("button")).not.toHaveCount(0);
  await expect(page.getByRole("button", { name: "Sign in with" })).toHaveCount(0);
  const browser = openBrowser(app.url);
  expect(await browser.post("/api/auth/signin/oidc")).not.toContain("authorize");
  expect(await browser.account()).toBe(401);
});
