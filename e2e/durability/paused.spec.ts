import { txtFile } from "../../lib/testing/resume-files";
import { expect, test } from "../support/own-app";
import { savePosition, screeningDone } from "../support/scenario";

test("a paused screening stays paused through kill -9, and goes on when it is resumed", async ({ own }) => {
  test.setTimeout(150_000);
  let app = await own.start();
  const { people } = await own.makeOrganisation(app);
  let api = own.api(app, people.recruiter.token);
  const resumeIds = await api.importAll(Array.from({ length: 160 }, (_, index) => txtFile(3000 + index)));
  const position = savePosition("Backend engineer");
  const { id: positionId } = await api.json<{ id: string }>("POST", "/api/v1/positions", position);
  const path = `/api/v1/positions/${positionId}/screenings`;
  const { batchId } = await api.json<{ batchId: string }>("POST", path, { resumeIds });
  expect(await api.json("PATCH", `/api/v1/batches/${batchId}`, { action: "pause" })).toEqual({ isChanged: true });
  await app.killAll();

  app = await own.start();
  api = own.api(app, people.recruiter.token);
  // Long enough for interrupted jobs to be taken over and to find nothing to do.
  await new Promise((done) => setTimeout(done, 3000));
  const pool = own.connect(app);
  const count = async (state: string) =>
    (await pool.query("select count(*)::int as count from screening_run where state::text = $1", [state])).rows[0]
      .count;
  const waiting = await count("pending");
  expect(waiting).toBeGreaterThan(0);
  expect(await api.json("GET", `/api/v1/batches?batchId=${batchId}`)).toMatchObject([{ isPaused: true, failed: 0 }]);
  expect(await api.json("PATCH", `/api/v1/batches/${batchId}`, { action: "resume" })).toEqual({ isChanged: true });
  await screeningDone(api, batchId, 60_000);
  expect(await count("completed")).toBe(160);
});
