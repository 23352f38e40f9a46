import { setTimeout as sleep } from "node:timers/promises";
import { mixedFiles } from "../../lib/testing/resume-files";
import { expect, test } from "../support/own-app";

test("reading again survives kill -9, while no resume leaves the library and imports go on", async ({ own }) => {
  let app = await own.start();
  const { people, id: organisationId } = await own.makeOrganisation(app);
  let api = own.api(app, people.admin.token);
  await api.importAll(mixedFiles(60, 6000));
  await own.connect(app).query("update resume set parser_version = '1', current_title = 'Older title'");
  expect(await api.json("POST", "/api/v1/resumes/rereading")).toEqual({ retried: 60 });
  await sleep(60 + Math.random() * 300);
  await app.killAll();
  app = await own.start();
  api = own.api(app, people.admin.token);

  const startedAt = Date.now();
  await api.importAll(mixedFiles(6, 7000));
  console.log(`  six files read beside it in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  const states = async () => {
    const { rows } = await own.connect(app).query(
      `select state::text, count(*)::int as resumes,
         count(*) filter (where current_title = 'Older title')::int as older,
         (select count(*)::int from resume_rereading) as waiting
       from resume where organisation_id = $1 group by state`,
      [organisationId],
    );
    return rows;
  };
  expect((await states()).map(({ state }) => state)).toEqual(["COMPLETED"]);
  await expect
    .poll(states, { timeout: 60_000, intervals: [200] })
    .toEqual([{ state: "COMPLETED", resumes: 66, older: 0, waiting: 0 }]);
  const { rows } = await own.connect(app).query("select count(*)::int as candidates from candidate");
  expect(rows).toEqual([{ candidates: 66 }]);
});
