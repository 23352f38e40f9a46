import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { freePort, startPostgres } from "../../scripts/lib/postgres";
import { openScratch } from "../../scripts/lib/scratch";
import { expect, test } from "../fixtures";
import { testSecret } from "../support/app";

type Instruction = { name: string; rest: string };

/** Stages of a Dockerfile, each with its instructions. */
async function readStages(): Promise<Instruction[][]> {
  const text = (await readFile("Dockerfile", "utf8")).replace(/^#.*\n/gm, "").replace(/\\\n/g, " ");
  const instructions = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ name: line.split(" ", 1)[0] ?? "", rest: line.slice(line.indexOf(" ") + 1).trim() }));
  const stages: Instruction[][] = [];
  for (const instruction of instructions) {
    if (instruction.name === "FROM") stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

test("the image is built from pinned parts, fetches nothing when it runs, and runs as nobody special", async () => {
  const [build = [], run = [], ...more] = await readStages();
  expect(more).toEqual([]);
  const known = /^(FROM|WORKDIR|COPY|RUN|ENV|USER|VOLUME|EXPOSE|STOPSIGNAL|HEALTHCHECK|CMD)$/;
  for (const { name } of [...build, ...run]) expect(name).toMatch(known);
  const find = (name: string) => run.filter((instruction) => instruction.name === name).map(({ rest }) => rest);
  for (const stage of [build, run]) expect(stage[0]?.rest).toMatch(/^node:24-[a-z]+-slim( AS build)?$/);
  // What it runs is root's; the last word on who runs it is not root's.
  expect(find("COPY")).toEqual(["--from=build /app /app"]);
  expect(find("USER")).toEqual(["node"]);
  expect(run.findIndex(({ name }) => name === "USER")).toBeGreaterThan(run.findIndex(({ name }) => name === "COPY"));
  for (const rest of find("RUN")) expect(rest).not.toMatch(/npm|apt|curl|wget/);
  expect(JSON.parse(find("CMD")[0] ?? "")).toEqual(["node", "scripts/launch.mjs", "start"]);
  expect(find("STOPSIGNAL")).toEqual(["SIGTERM"]);
  expect(find("HEALTHCHECK")[0]).toContain("/api/health");
  const health = JSON.parse(/CMD (\[.*\])$/.exec(find("HEALTHCHECK")[0] ?? "")?.[1] ?? "[]");
  expect(() => new Function(health[2])).not.toThrow();
  const ignored = (await readFile(".dockerignore", "utf8")).split("\n");
  for (const path of [".git", ".data", ".env", "node_modules", ".next"]) expect(ignored).toContain(path);
});

test("the compose file: PostgreSQL of its own, no secret written down, nothing open to the network", async () => {
  const { services, volumes } = parse(await readFile("compose.yaml", "utf8"));
  const { database, hireglass } = services;
  expect(database.image).toMatch(/^postgres:1[5-9]/);
  expect(hireglass.depends_on.database.condition).toBe("service_healthy");
  expect(database.healthcheck.test.join(" ")).toContain("pg_isready");
  expect(hireglass.environment.DATABASE_URL).toContain("@database:5432/hireglass");
  expect([database.environment.POSTGRES_PASSWORD, hireglass.environment.NEXTAUTH_SECRET]).toEqual([
    ...[expect.stringMatching(/^\$\{POSTGRES_PASSWORD:\?/), expect.stringMatching(/^\$\{NEXTAUTH_SECRET:\?/)],
  ]);
  expect(database.ports).toBeUndefined();
  for (const port of hireglass.ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  expect(hireglass.read_only).toBe(true);
  expect(hireglass.cap_drop).toEqual(["ALL"]);
  // Longer than the server drains.
  expect(Number.parseInt(hireglass.stop_grace_period, 10)).toBeGreaterThanOrEqual(30);
  const named = [...database.volumes, ...hireglass.volumes].map((volume: string) => volume.split(":")[0]);
  expect(named.sort()).toEqual(Object.keys(volumes).sort());
});

test("as in a container: another user, an application it cannot write, a database elsewhere; it starts, takes a file and drains", async () => {
  test.skip(process.getuid?.() !== 0, "only root can start something as another user");
  const scratch = await openScratch("hireglass-container-");
  const postgres = await startPostgres({ dataDir: scratch.folder, password: "for-tests-only", isThrowaway: true });
  const data = join(scratch.folder, "data");
  const user = 65_534;
  await mkdir(data);
  await chown(data, user, user);
  await chmod(data, 0o700);
  const port = await freePort();
  let output = "";
  // The environment and command of the image.
  const child = spawn(process.execPath, ["scripts/launch.mjs", "start"], {
    ...{ uid: user, gid: user, detached: true, stdio: ["ignore", "pipe", "pipe"] },
    env: {
      PATH: process.env.PATH,
      ...{ NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), DATA_DIR: data, HOME: data },
      ...{ NODE_COMPILE_CACHE: join(data, "compiled"), NEXT_TELEMETRY_DISABLED: "1" },
      ...{ DATABASE_URL: postgres.url, NEXTAUTH_SECRET: testSecret, NEXTAUTH_URL: `http://127.0.0.1:${port}` },
      ...{ ADMIN_EMAIL: "first@example.com", ADMIN_PASSWORD: "first-password-1" },
    },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const exited = once(child, "exit");
  try {
    await expect.poll(() => output, { timeout: 60_000 }).toContain("Ctrl-C");
    expect(output).not.toMatch(/Installing|Built the application|fetching/);
    const health = await fetch(`http://127.0.0.1:${port}/api/health`);
    expect(await health.json()).toMatchObject({ status: "ok", database: "up", storage: { state: "up" } });
    expect((await fetch(`http://127.0.0.1:${port}/sign-in`)).status).toBe(200);
    child.kill("SIGTERM");
    expect((await exited)[0]).toBe(0);
    expect(output).not.toMatch(/EACCES|EROFS|EPERM/);
  } finally {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    await postgres.stop();
    await scratch.remove();
  }
});
