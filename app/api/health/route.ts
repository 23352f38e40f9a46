import { healthReport, readHealth } from "@/lib/health/read-health";

export const dynamic = "force-dynamic";

/** How each part is; with status 503 and the same answer while the database is away. */
export const GET = Object.assign(
  async () => {
    const health = await readHealth();
    return Response.json(health, {
      status: health.database === "up" ? 200 : 503,
      headers: { "cache-control": "no-store" },
    });
  },
  { shapes: { answer: healthReport } },
);
