import { startModelServer, streams } from "../../lib/testing/openai-server";
import { expect, test } from "../fixtures";
import { createOrganisation } from "../support/organisation";
import { modelSettings } from "../support/routes";
import { heldInterview, screenedPosition } from "../support/scenario";

test.use({ role: null });

const endings: [string, string][] = [
  ["signing out", "update user_session set ended_at = now() where user_id = $1"],
  ["twelve idle hours", "update user_session set last_seen_at = now() - interval '13 hours' where user_id = $1"],
  ["disabling the account", "update user_account set disabled_at = now() where id = $1"],
  ["another role", "update user_account set role = 'interviewer', session_version = session_version + 1 where id = $1"],
];

for (const [name, sql] of endings)
  test(`an answer that is still being written ends with ${name}`, async ({ api, baseURL, organisation, pool }) => {
    const words = Array.from({ length: 400 }, (_, index) => `word${index} `);
    const server = await startModelServer(streams(words, { everyMs: 50 }));
    try {
      const modelNames = { default: "", draft: "", summary: "", fields: "", experts: "", interview: "slow" };
      const settings = modelSettings({ baseUrl: server.baseUrl, modelNames });
      expect((await api("admin").call("PUT", "/api/v1/model-settings", settings)).status()).toBe(204);
      const scenario = await screenedPosition(api("recruiter"));
      const address = `${baseURL}/api/v1/interviews/${await heldInterview(api("recruiter"), scenario, "live")}/suggestions`;
      const { id, cookie } = organisation.people.recruiter;
      const ask = (headers: Record<string, string> = {}) =>
        fetch(address, {
          method: "POST",
          headers: { cookie: `next-auth.session-token=${cookie}`, "sec-fetch-site": "same-origin", ...headers },
        });

      const foreign = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
      expect((await ask(foreign)).status).toBe(403);
      expect((await ask({ cookie: "next-auth.session-token=x" })).status).toBe(401);
      const other = (await createOrganisation(pool)).people.recruiter.cookie;
      expect((await ask({ cookie: `next-auth.session-token=${other}` })).status).toBe(404);
      expect(server.requests).toHaveLength(0);

      const response = await ask();
      expect(response.status).toBe(200);
      const lines: string[] = [];
      let endedAt = 0;
      let text = "";
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += chunk;
        lines.splice(0, lines.length, ...text.trim().split("\n"));
        if (lines.length > 5 && endedAt === 0) {
          endedAt = Date.now();
          await pool.query(sql, [id]);
        }
      }
      // The whole answer takes twenty seconds.
      expect(Date.now() - endedAt).toBeLessThan(6000);
      expect(lines.length).toBeLessThan(words.length / 2);
      expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ error: { code: "unauthorized" } });
      expect((await ask()).status).toBe(401);
    } finally {
      await server.close();
    }
  });
