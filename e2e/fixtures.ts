import { type Browser, type BrowserContext, test as base, expect, type Page, request } from "@playwright/test";
import pg from "pg";
import { Api } from "./support/api";
import { createOrganisation, type Organisation, type Role } from "./support/organisation";

type TestFixtures = {
  /** Who the `page` is signed in as; null for a stranger. */
  role: Role | null;
  /** Console errors that the test is about. */
  expectedErrors: RegExp[];
  organisation: Organisation;
  /** The API as a person sees it, by bearer token. */
  api: (role: Role, of?: Organisation) => Api;
  /** Another signed-in browser window. */
  openPage: (role: Role | null) => Promise<Page>;
};
type WorkerFixtures = { pool: pg.Pool };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  role: ["recruiter", { option: true }],
  expectedErrors: [[], { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  launchOptions: [async ({}, use) => use(JSON.parse(process.env.E2E_BROWSER ?? "{}")), { scope: "worker" }],
  browser: [
    async ({ playwright, launchOptions }, use) => {
      const browser = await launch(() => playwright.chromium.launch(launchOptions));
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  baseURL: async ({}, use) => use(process.env.E2E_URL),
  pool: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const pool = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 4 });
      await use(pool);
      await pool.end();
    },
    { scope: "worker" },
  ],
  organisation: async ({ pool }, use) => use(await createOrganisation(pool)),
  api: async ({ organisation, baseURL }, use) => {
    const opened: Api[] = [];
    await use((role, of = organisation) => {
      const api = new Api(request, { baseURL: baseURL ?? "", token: of.people[role].token });
      opened.push(api);
      return api;
    });
    await Promise.all(opened.map((api) => api.close()));
  },
  context: async ({ context, organisation, role, baseURL, expectedErrors }, use) => {
    await signIn(context, role && organisation.people[role].cookie, baseURL ?? "");
    const errors = watchErrors(context);
    await use(context);
    const unexpected = errors.filter((text) => !expectedErrors.some((pattern) => pattern.test(text)));
    expect(unexpected, "unexpected console errors").toEqual([]);
  },
  page: async ({ page }, use) => use(patient(page)),
  openPage: async ({ browser, organisation, baseURL, locale }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role) => {
      const context = await browser.newContext({ baseURL, locale });
      contexts.push(context);
      await signIn(context, role && organisation.people[role].cookie, baseURL ?? "");
      return patient(await context.newPage());
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };

async function signIn(context: BrowserContext, cookie: string | null, url: string) {
  if (!cookie) return;
  await context.addCookies([{ name: "next-auth.session-token", value: cookie, url, httpOnly: true, sameSite: "Lax" }]);
}

const streamedMs = 1500;

/**
 * A page whose visits end when it has come alive: before, a click does nothing, and what is streamed stands in the
 * document twice for a moment.
 */
function patient(page: Page): Page {
  const goto = page.goto.bind(page);
  page.goto = async (...visit) => {
    const response = await goto(...visit);
    const isAlive = () => {
      const button = document.querySelector("button");
      return !button || Object.keys(button).some((key) => key.startsWith("__reactProps"));
    };
    await page.waitForFunction(isAlive);
    // A page that turns out not to exist keeps what was streamed of it: then the short wait runs out.
    const isMoved = () => !document.querySelector('[hidden][id^="S:"]');
    await page.waitForFunction(isMoved, null, { timeout: streamedMs }).catch(() => undefined);
    return response;
  };
  return page;
}

/** The browser from the package registry crashes now and then before it has opened anything. */
async function launch(start: () => Promise<Browser>): Promise<Browser> {
  return start()
    .catch(() => start())
    .catch(() => start());
}

function watchErrors(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => errors.push(String(error.error())));
  return errors;
}
