import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, test } from "vitest";

type Lock = {
  packages: Record<string, { name?: string; version?: string; resolved?: string; hasInstallScript?: boolean }>;
};
type Component = { group?: string; name: string; version: string; licenses?: { license?: { id?: string } }[] };

/** The first versions without the holes that were published by November 2026. */
const floors: Record<string, string> = {
  next: "16.2.11",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "next-auth": "4.24.15",
  inngest: "4.0.0",
  "pdfjs-dist": "4.2.67",
  mammoth: "1.11.0",
  ai: "7.0.0",
  postcss: "8.5.12",
  "adm-zip": "0.6.0",
};

const lock = async (): Promise<Lock> => JSON.parse(await readFile("package-lock.json", "utf8"));
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

function isBelow(version: string, floor: string): boolean {
  const [found, least] = [version, floor].map((text) => text.split("-", 1)[0]?.split(".").map(Number) ?? []);
  for (let place = 0; place < 3; place += 1) {
    const [one, other] = [found?.[place] ?? 0, least?.[place] ?? 0];
    if (one !== other) return one < other;
  }
  return false;
}

test("versions are compared by their numbers", () => {
  expect(["16.2.10", "15.9.9", "16.1.99"].map((version) => isBelow(version, "16.2.11"))).toEqual([true, true, true]);
  expect(["16.2.11", "16.10.0", "17.0.0"].map((version) => isBelow(version, "16.2.11"))).toEqual([false, false, false]);
});

test("no copy of a package lies below the version that closed its holes", async () => {
  const packages = Object.entries((await lock()).packages).filter(([path]) => path.includes("node_modules/"));
  const found = packages.flatMap(([path, { version = "" }]) => {
    const floor = floors[nameOf(path)];
    return floor ? [{ name: nameOf(path), path, isLow: isBelow(version, floor), version }] : [];
  });
  expect([...new Set(found.map(({ name }) => name))].sort()).toEqual(Object.keys(floors).sort());
  expect(found.filter(({ isLow }) => isLow)).toEqual([]);
});

test("versions are pinned, no registry's address stands in the lock, and who runs a script at installation is decided", async () => {
  const { dependencies, devDependencies, allowScripts } = JSON.parse(await readFile("package.json", "utf8"));
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  expect(versions.filter(([, version]) => !/^\d/.test(String(version)))).toEqual([]);
  const packages = Object.entries((await lock()).packages);
  expect(packages.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
  const running = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
  expect(running.length).toBeGreaterThan(3);
  expect(running.filter((name) => !(name in allowScripts))).toEqual([]);
});

test("the bill of materials lists every package with its version, and the licences of what runs are ours to use", async () => {
  const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
  const { stdout } = await promisify(execFile)(scripts.sbom, { shell: true, maxBuffer: 50_000_000 });
  const { bomFormat, components }: { bomFormat: string; components: Component[] } = JSON.parse(stdout);
  expect(bomFormat).toBe("CycloneDX");
  const listed = new Set(components.map(({ group, name, version }) => `${group ? `${group}/` : ""}${name}@${version}`));
  const packages = Object.entries((await lock()).packages);
  const installed = packages.filter(([path]) => path.includes("node_modules/"));
  expect(installed.length).toBeGreaterThan(100);
  const missing = installed
    .map(([path, { name = nameOf(path), version }]) => `${name}@${version}`)
    .filter((one) => !listed.has(one));
  expect(missing).toEqual([]);
  const licences = components.flatMap(({ licenses = [] }) => licenses.map(({ license }) => license?.id ?? ""));
  expect(licences.length).toBeGreaterThan(100);
  expect(licences.filter((id) => /^A?GPL/.test(id))).toEqual([]);
});
