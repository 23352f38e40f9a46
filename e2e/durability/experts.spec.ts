import { hangs, type ModelRequest, says, startModelServer } from "../../lib/testing/openai-server";
import { expect, test } from "../support/own-app";
import { savePosition, screeningDone } from "../support/scenario";

type Detail = { run: { result: { engine: { name: string }; experts: { usage: { inputTokens: number } } } } };

test("kill -9 between two experts: whoever has answered is not asked, nor paid for, again", async ({ own }) => {
  const quote = "Shaped the way that requests are followed across services";
  const isCritic = ({ messages }: ModelRequest) => messages[0]?.content.includes("You review") === true;
  const prose = { zh: "见引文。", en: "The quotes say it." };
  let criticAnswers = false;
  const server = await startModelServer(async (response, request) => {
    if (isCritic(request)) return (criticAnswers ? says({ objections: [], ...prose }) : hangs())(response, request);
    const id = /(R\d+): Distributed tracing/.exec(request.messages[1]?.content ?? "")?.[1];
    const facts = id ? [{ requirement: id, verdict: "met", quotes: [quote] }] : [];
    return says({ facts, ...prose })(response, request);
  });
  const env = { OPENAI_BASE_URL: server.baseUrl, OPENAI_MODEL_EXPERTS: "judge-1" };
  let app = await own.start({ env });
  const { people } = await own.makeOrganisation(app);
  let api = own.api(app, people.recruiter.token);
  const lines = ["Jane Miller", "", "Work Experience", "Contoso Ltd  Engineer  Jan 2018 - Present", `- ${quote}`];
  const resumeIds = await api.importAll([{ name: "jane.txt", bytes: Buffer.from(lines.join("\n")) }]);
  const requirements = [
    { kind: "skill", text: "Distributed tracing", necessity: "must" as const },
    { kind: "project", text: "A platform used by many teams", necessity: "must" as const },
  ];
  const position = savePosition("Observability engineer", requirements);
  const { id: positionId } = await api.json<{ id: string }>("POST", "/api/v1/positions", position);
  const path = `/api/v1/positions/${positionId}/screenings`;
  const { batchId } = await api.json<{ batchId: string }>("POST", path, { resumeIds });
  await expect.poll(() => server.requests.filter(isCritic).length, { timeout: 60_000 }).toBe(1);
  expect(server.requests).toHaveLength(3);
  const shown = await api.json<{ runs: { expert: string }[] }>("GET", `/api/v1/batches/${batchId}`);
  expect(shown.runs[0]?.expert, "who is at work").toBe("critic");
  const { rows } = await api.json<{ rows: { applicationId: string; run: { engine: string } }[] }>(
    "GET",
    `/api/v1/positions/${positionId}/board`,
  );
  expect(rows[0]?.run.engine, "the built-in result is there").toBe("built-in");
  await app.killAll();

  criticAnswers = true;
  app = await own.start({ env });
  api = own.api(app, people.recruiter.token);
  await screeningDone(api, batchId);
  expect(server.requests.map(isCritic)).toEqual([false, false, true, true]);
  const { run } = await api.json<Detail>("GET", `/api/v1/applications/${rows[0]?.applicationId}`);
  // Three answers of a hundred tokens; the critic's first call was never answered.
  expect(run.result).toMatchObject({ engine: { name: "judge-1" }, experts: { usage: { inputTokens: 300 } } });
  await server.close();
});
