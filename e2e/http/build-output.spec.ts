import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { testSecret } from "../support/app";

/** What a browser may load: all of it, as it was built. */
async function* served() {
  const entries = await readdir(join(".next", "static"), { recursive: true, withFileTypes: true });
  for (const entry of entries) if (entry.isFile()) yield join(entry.parentPath, entry.name);
}

/** Names of settings and modules that only the server has, keys by their look, and the machine it was built on. */
const secrets = [
  /\b(?:NEXTAUTH_SECRET|DATABASE_URL|VAULT_KEYS|INNGEST_SIGNING_KEY|OPENAI_API_KEY|SMTP_URL|ADMIN_PASSWORD)\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[\w+/]{20}|\bAKIA[0-9A-Z]{16}\b|\bhgt_[A-Za-z0-9_-]{20}|\bvercel_blob_rw_\w+/,
  /postgres(?:ql)?:\/\/\w+:/,
  /PrismaClient|argon2|set_config\(/,
  /[#@] ?sourceMappingURL=/,
];

test("what browsers load holds no secret, nothing of the server and no way to its sources", async ({ request }) => {
  const found: string[] = [];
  let scripts = 0;
  for await (const path of served()) {
    if (path.endsWith(".map")) found.push(path);
    if (!/\.(?:js|css|json|html|txt)$/.test(path)) continue;
    scripts += 1;
    const text = await readFile(path, "utf8");
    for (const pattern of secrets) {
      const match = pattern.exec(text);
      if (match) found.push(`${path}: ${match[0]}`);
    }
    if (text.includes(testSecret) || text.includes(process.cwd())) found.push(path);
  }
  expect(found).toEqual([]);
  expect(scripts).toBeGreaterThan(50);
  const page = await (await request.get("/sign-in")).text();
  const [script = ""] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? [];
  expect((await request.get(script)).status()).toBe(200);
  expect((await request.get(`${script}.map`)).status()).toBe(404);
});
