import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hostileFiles } from "../../lib/testing/hostile-files";
import { docxFile, mdFile, pdfFile, txtFile } from "../../lib/testing/resume-files";
import { makeFolder, startApp, testSecret, withoutSettings } from "../support/app";
import { expect, test } from "../support/own-app";

type Result = { code: number | null; stdout: string; stderr: string };

/** `npm run -s cli -- …` */
function cli(args: string[], env: Record<string, string> = {}): Promise<Result> {
  const child = spawn(process.execPath, ["scripts/launch.mjs", "cli", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...withoutSettings(process.env), ...env },
  });
  const result: Result = { code: null, stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => (result.stdout += chunk));
  child.stderr.on("data", (chunk) => (result.stderr += chunk));
  return new Promise((resolve) => child.on("close", (code) => resolve({ ...result, code })));
}

test("parse prints one JSON line for each file and nothing else", async ({ own }) => {
  const bad = hostileFiles().find(({ name }) => name === "locked.pdf");
  const files = [pdfFile(1), docxFile(2), txtFile(3), mdFile(4), ...(bad ? [bad] : [])];
  const paths = files.map(({ name }) => join(own.dataDir, name));
  await Promise.all(files.map(({ bytes }, index) => writeFile(paths[index] ?? "", bytes)));

  const profiles = await cli(["parse", ...paths, join(own.dataDir, "missing.pdf")]);
  const lines = profiles.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ file }) => file)).toEqual([...paths, join(own.dataDir, "missing.pdf")]);
  expect(lines.slice(0, 4).map(({ profile }) => profile.name?.value)).toEqual([
    "Peter Miller",
    "Maria Miller",
    "陈志远",
    "Lucy Miller",
  ]);
  expect(lines.slice(4).map(({ error }) => error)).toEqual(["encrypted", "file_missing"]);
  expect(profiles.code).toBe(1);

  const sdk = await cli(["parse", "--format", "resumesdk", ...paths.slice(0, 2)]);
  expect(sdk.code).toBe(0);
  for (const line of sdk.stdout.trimEnd().split("\n")) expect(JSON.parse(line)).toHaveProperty("result");
});

test("users and tokens are made from the terminal while the server runs", async ({ own }) => {
  const app = await own.start({ env: { ADMIN_EMAIL: "ada@example.com", ADMIN_PASSWORD: "first-password-1" } });
  expect(app.output()).toContain("ada@example.com");
  const env = { DATA_DIR: own.dataDir };

  const created = await cli(["token", "create", "--email", "ada@example.com", "--name", "ATS"], env);
  expect(created.code, created.stderr).toBe(0);
  const token = created.stdout.trimEnd().split("\n").at(-1) ?? "";
  expect(token).toMatch(/^hgt_[\w-]{32}$/);
  const call = (bearer: string) => fetch(`${app.url}/api/v1/users`, { headers: { authorization: `Bearer ${bearer}` } });
  expect((await call(token)).status).toBe(200);

  const user = await cli(
    ["user", "create", "--email", "Rita@Example.com", "--name", "Rita", "--role", "recruiter"],
    env,
  );
  expect(user.code, user.stderr).toBe(0);
  const password = /^Password: (\S+)$/m.exec(user.stdout)?.[1] ?? "";
  expect(await signIn(app.url, "rita@example.com", password)).toBe(true);
  const again = await cli(
    ["user", "create", "--email", "rita@example.com", "--name", "Rita", "--role", "recruiter"],
    env,
  );
  expect(again.code).toBe(1);
  expect(again.stderr.trim()).not.toBe("");

  const reset = await cli(
    ["user", "reset-password", "--email", "rita@example.com", "--password", "another-password-2"],
    env,
  );
  expect(reset.code, reset.stderr).toBe(0);
  expect(await signIn(app.url, "rita@example.com", password)).toBe(false);
  expect(await signIn(app.url, "rita@example.com", "another-password-2")).toBe(true);

  expect((await cli(["token", "create", "--email", "nobody@example.com", "--name", "x"], env)).code).toBe(1);
  expect((await cli(["no", "such", "command"], env)).code).toBe(1);
  // The server and its database were not disturbed.
  expect((await call(token)).status).toBe(200);
});

test("the audit log is verified, a backup goes into another installation, and keys are changed, all from the terminal", async ({
  own,
}) => {
  // A dozen commands, each of which may start PostgreSQL.
  test.setTimeout(240_000);
  const app = await own.start();
  const { people } = await own.makeOrganisation(app);
  const api = own.api(app, people.admin.token);
  const [resumeId] = await api.importAll([pdfFile(7)]);
  await api.json("POST", `/api/v1/resumes/${resumeId}/sensitive`);
  await api.json("POST", `/api/v1/resumes/${resumeId}/comments`, { text: "Kept" });
  const here = { DATA_DIR: own.dataDir, NEXTAUTH_SECRET: testSecret };

  const intact = await cli(["audit", "verify"], here);
  expect(intact.stdout).toMatch(/: 2 events, the chain is intact\. Head 2:[0-9a-f]{64}/);
  expect(intact.code).toBe(0);
  const head = /Head (\S+)/.exec(intact.stdout)?.[1] ?? "";
  expect((await cli(["audit", "verify", "--head", head], here)).code).toBe(0);
  expect((await cli(["audit", "verify", "--head", `2:${"0".repeat(64)}`], here)).code).toBe(1);

  const { folder, remove } = await makeFolder("hireglass-elsewhere-");
  try {
    const backup = join(own.dataDir, "backup.zip");
    const written = await cli(["backup", backup], here);
    expect(written.code, written.stderr).toBe(0);
    // A key that the running server does not know would shut everything.
    const refused = await cli(["vault", "rotate", "--new-key"], here);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("Stop the server first")]);
    await app.stop();

    const there = { DATA_DIR: folder };
    const withoutKeys = await cli(["restore", backup], there);
    expect([withoutKeys.code, withoutKeys.stderr]).toEqual([1, expect.stringContaining("Other keys")]);
    const env = { ...there, NEXTAUTH_SECRET: testSecret };
    const restored = await cli(["restore", backup], env);
    expect(restored.code, restored.stderr).toBe(0);
    expect((await cli(["restore", backup], env)).code).toBe(1);
    expect((await cli(["audit", "verify", "--head", head], env)).code).toBe(0);

    const rotated = await cli(["vault", "rotate", "--new-key"], env);
    expect(rotated.code, rotated.stderr).toBe(0);
    expect(rotated.stdout).toContain("Current key k2");
    expect(rotated.stdout).toContain("resume_content.sensitive: 1 sealed anew");
    expect((await cli(["vault", "status"], env)).stdout).toContain(
      "resume_content.sensitive: 0 under an older key, 1 under the current one",
    );

    const again = await startApp({ dataDir: folder });
    try {
      const kept = own.api(again, people.admin.token);
      await kept.json("POST", `/api/v1/resumes/${resumeId}/sensitive`);
      expect((await kept.call("GET", `/api/v1/resumes/${resumeId}/file`)).status()).toBe(200);
    } finally {
      await again.stop();
    }
  } finally {
    await remove();
  }
});

async function signIn(url: string, email: string, password: string): Promise<boolean> {
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken }: { csrfToken: string } = await csrf.json();
  const cookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  });
  return response.headers.getSetCookie().some((line) => line.startsWith("next-auth.session-token="));
}
