import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../lib/postgres.ts";

type Admin = { email: string; password: string };

export type BenchServer = {
  url: string;
  pid: number;
  admin: Admin;
  readyMs: number;
  call: <T>(method: string, path: string, body?: unknown) => Promise<T>;
  /** A body that is no JSON. */
  send: (path: string, bytes: Uint8Array, type: string, method?: string) => Promise<void>;
  upload: (name: string, bytes: Uint8Array, batchId: string) => Promise<{ resumeId: string | null }>;
  /** The cookie of a signed-in session. */
  cookie: string;
  stop: () => Promise<void>;
};

/** `npm start` on this data folder, with somebody signed in. */
export async function openBenchServer(dataDir: string, known?: Admin): Promise<BenchServer> {
  const admin = known ?? { email: "bench@example.com", password: randomBytes(12).toString("base64url") };
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = openSync(join(dataDir, "server.log"), "a");
  const startedAt = Date.now();
  const { DATABASE_URL, ...environment } = process.env;
  const child = spawn(process.execPath, ["scripts/launch.mjs", "start"], {
    stdio: ["ignore", "pipe", log, "ipc"],
    env: {
      ...environment,
      ...{ PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir, NEXTAUTH_URL: url },
      ...{ ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password },
    },
  });
  const readyMs = (await ready(child, dataDir)) - startedAt;
  const cookie = await signIn(url, admin);
  const headers = { cookie, origin: url };

  return {
    ...{ url, readyMs, cookie, admin, pid: child.pid ?? 0 },
    call: async (method, path, body) => {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { ...headers, "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!response.ok)
        throw new Error(`${method} ${path}: ${response.status} ${await response.text()}\n${endOfLog(dataDir)}`);
      return response.status === 204 ? null : response.json();
    },
    send: async (path, bytes, type, method = "POST") => {
      const body = new Uint8Array(bytes);
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { ...headers, "content-type": type },
        body,
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    },
    upload: async (name, bytes, batchId) => {
      const response = await fetch(`${url}/api/v1/resumes?batchId=${batchId}`, {
        method: "POST",
        headers: { ...headers, "x-file-name": encodeURIComponent(name) },
        body: new Uint8Array(bytes),
      });
      if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** What the server said last: a data folder goes with its bench. */
function endOfLog(dataDir: string): string {
  return readFileSync(join(dataDir, "server.log"), "utf8").slice(-4000);
}

async function ready(child: ChildProcess, dataDir: string): Promise<number> {
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  while (!output.includes("Ctrl-C")) {
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${output}\n${endOfLog(dataDir)}`);
    await sleep(20);
  }
  return Date.now();
}

async function signIn(url: string, admin: Admin): Promise<string> {
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken }: { csrfToken: string } = await csrf.json();
  const cookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email: admin.email, password: admin.password, json: "true" }),
  });
  const session = answer.headers.getSetCookie().find((line) => line.includes("session-token="));
  if (!session) throw new Error("Signing in did not work");
  return session.split(";")[0] ?? "";
}
