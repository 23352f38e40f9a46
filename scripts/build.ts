import { buildApplication } from "./lib/bundles.ts";
import { applyMigrations } from "./lib/migrations.ts";

try {
  // On Vercel the build is the only moment with the repository and the database at hand.
  if (process.env.VERCEL && process.env.DATABASE_URL) await applyMigrations(process.env.DATABASE_URL);
  await buildApplication({ force: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
