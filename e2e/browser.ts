import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";
import { installFonts } from "./support/fonts.ts";

const systemNames = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "microsoft-edge",
];
/** Drawn without a graphics card, and without pretending to have one: that takes half the processors' time. */
const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/**
 * The browser of the tests: the one in CHROMIUM_PATH, a Chromium of the system, Playwright's own where it is
 * installed, else the one that comes from the package registry. The one place that chooses.
 */
export async function chooseBrowser(folder: string): Promise<LaunchOptions & { source: string }> {
  const env = { ...definedEnvironment(), FONTCONFIG_FILE: installFonts(folder) };
  const args = [...quiet, "--font-render-hinting=none", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH: there is no ${named}`);
    return { source: "CHROMIUM_PATH", executablePath: named, args, env };
  }
  const system = findOnPath();
  if (system) return { source: "the system", executablePath: system, args, env };
  const own = chromium.executablePath();
  if (existsSync(own)) return { source: "Playwright", executablePath: own, args, env };

  // The package's own arguments are for a function in the cloud: one process, drawn through a pretended graphics card.
  const { default: packaged } = await import("@sparticuz/chromium");
  const executablePath = await packaged.executablePath();
  return { source: "@sparticuz/chromium", executablePath, args: [...args, "--no-sandbox"], env };
}

function findOnPath(): string | null {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of systemNames) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  return null;
}

function isExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
