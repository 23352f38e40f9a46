import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { mostTags } from "./page-kinds";
import { tagResumes } from "./tag-resumes";

useWorkspace();

test("many resumes are tagged at once; what already is as wished is not counted", async () => {
  const viewer = await makeRecruiter();
  const [a, b] = [await makeResume({ owner: viewer }), await makeResume({ owner: viewer })];
  expect(await tagResumes({ resumeIds: [a.id], add: ["校招"], remove: [], viewer })).toEqual({ changed: 1 });
  const resumeIds = [a.id, b.id];
  expect(await tagResumes({ resumeIds, add: ["校招"], remove: [], viewer })).toEqual({ changed: 1 });
  expect(await tagResumes({ resumeIds, add: ["2026"], remove: ["校招"], viewer })).toEqual({ changed: 2 });
  const rows = await scopedDb(viewer.organisationId).resume.findMany({ select: { tags: true } });
  expect(rows.map(({ tags }) => tags)).toEqual([["2026"], ["2026"]]);
});

test("tags that several people add at once are all there", async () => {
  const viewer = await makeRecruiter();
  const { id } = await makeResume({ owner: viewer });
  const names = Array.from({ length: 8 }, (_, index) => `tag ${index}`);
  await Promise.all(names.map((name) => tagResumes({ resumeIds: [id], add: [name], remove: [], viewer })));
  const { tags } = await scopedDb(viewer.organisationId).resume.findUniqueOrThrow({ where: { id } });
  expect(tags.toSorted()).toEqual(names);
});

test("there is an end to tags, and nothing is half done", async () => {
  const viewer = await makeRecruiter();
  const [a, b] = [await makeResume({ owner: viewer }), await makeResume({ owner: viewer })];
  const full = Array.from({ length: mostTags }, (_, index) => `tag ${index}`);
  await tagResumes({ resumeIds: [a.id], add: full, remove: [], viewer });
  const adding = tagResumes({ resumeIds: [a.id, b.id], add: ["one more"], remove: [], viewer });
  await expect(adding).rejects.toMatchObject({ code: "conflict" });
  expect(await scopedDb(viewer.organisationId).resume.count({ where: { tags: { has: "one more" } } })).toBe(0);
});

test("nobody tags another organisation's resumes, and a hiring manager none", async () => {
  const owner = await makeRecruiter();
  const { id } = await makeResume({ owner });
  const change = { resumeIds: [id], add: ["x"], remove: [] };
  expect(await tagResumes({ ...change, viewer: await makeRecruiter() })).toEqual({ changed: 0 });
  const manager = await makeViewer("hiring_manager", { colleague: owner });
  await expect(tagResumes({ ...change, viewer: manager })).rejects.toMatchObject({ code: "forbidden" });
});
