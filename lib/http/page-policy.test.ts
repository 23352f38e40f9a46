import { readdirSync } from "node:fs";
import { unstable_doesMiddlewareMatch as matches } from "next/experimental/testing/server";
import { expect, test } from "vitest";
import { config } from "@/proxy";
import { pagePolicy } from "./page-policy";

const files = readdirSync("app", { recursive: true, withFileTypes: true })
  .filter(({ name }) => name === "route.ts" || name === "page.tsx")
  .map(({ parentPath, name }) => {
    const folders = parentPath.replaceAll("\\", "/").split("/").slice(1);
    const path = folders
      .filter((folder) => !folder.startsWith("("))
      .map((folder) => folder.replace(/^\[.*\]$/, "some"));
    return { url: `/${path.join("/")}`, isPage: name === "page.tsx" };
  });

test("every page has a policy from the proxy, and no address that takes a body goes through it", () => {
  expect(files.length).toBeGreaterThan(100);
  for (const { url, isPage } of files) {
    expect(matches({ config, nextConfig: {}, url: `http://localhost${url}` }), url).toBe(isPage);
    expect(matches({ config, nextConfig: {}, url: `http://localhost${url}/` }), `${url}/`).toBe(isPage);
  }
  expect(matches({ config, nextConfig: {}, url: "http://localhost/nothing/here" })).toBe(true);
});

test("scripts run by their nonce alone", () => {
  const policy = pagePolicy({ nonce: "abc", hasBlob: false });
  const scripts = policy.split("; ").find((part) => part.startsWith("script-src"));
  expect(scripts).toMatch(/^script-src 'self' 'nonce-abc' 'strict-dynamic'/);
  expect(scripts).not.toContain("unsafe-inline");
  expect(policy).toContain("connect-src 'self';");
  expect(pagePolicy({ nonce: "abc", hasBlob: true })).toContain("connect-src 'self' https://vercel.com;");
});
