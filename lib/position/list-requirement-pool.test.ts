import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { makePosition, makeRecruiter, makeRequirement, makeViewer, positionContent } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { listRequirementPool } from "./list-requirement-pool";
import { updatePosition } from "./save-position";

useWorkspace();

test("requirements of the newest versions, the most used first, with their usual necessity and weight", async () => {
  const owner = await makeRecruiter();
  const java = (necessity: "must" | "nice", weight: number, text = "Java") =>
    makeRequirement({ text, necessity, weight });
  await makePosition({ owner, title: "A", requirements: [java("must", 5)] });
  await makePosition({ owner, title: "B", requirements: [java("must", 5, "java")] });
  await makePosition({ owner, title: "C", requirements: [java("nice", 2), makeRequirement({ text: "Go" })] });
  const { id: positionId } = await makePosition({
    owner,
    title: "D",
    requirements: [makeRequirement({ text: "Old" })],
  });
  await updatePosition({ viewer: owner, positionId, baseVersion: 1, ...positionContent({ requirements: [] }) });
  await makePosition({ owner: await makeRecruiter(), requirements: [makeRequirement({ text: "Theirs" })] });

  const pool = await listRequirementPool({ q: "", viewer: owner });
  expect(pool.map(({ text, positionCount }) => `${text.toLowerCase()} ${positionCount}`)).toEqual(["java 3", "go 1"]);
  expect(pool[0]).toMatchObject({ kind: "skill", necessity: "must", weight: 5, titles: ["A", "B", "C"] });
});

test("the search takes signs as they are", async () => {
  const owner = await makeRecruiter();
  await makePosition({
    owner,
    requirements: [makeRequirement({ text: "100% 远程" }), makeRequirement({ text: "C_1" })],
  });
  const search = async (q: string) => (await listRequirementPool({ q, viewer: owner })).map(({ text }) => text);
  expect(await search("%")).toEqual(["100% 远程"]);
  expect(await search("_")).toEqual(["C_1"]);
  expect(await search("c_")).toEqual(["C_1"]);
  expect(await search("\\")).toEqual([]);
});

test("who may not write positions may not see the pool", async () => {
  const viewer = await makeViewer("hiring_manager");
  await expect(listRequirementPool({ q: "", viewer })).rejects.toMatchObject({ code: "forbidden" });
});

test("a thousand positions of ten requirements are pooled in well under a second", async () => {
  const owner = await makeRecruiter();
  const { organisationId } = owner;
  const db = scopedDb(organisationId);
  const positions = Array.from({ length: 1000 }, (_, index) => ({
    id: crypto.randomUUID(),
    organisationId,
    title: `Position ${index}`,
  }));
  await db.position.createMany({ data: positions });
  await db.positionVersion.createMany({
    data: positions.map(({ id: positionId, title }, index) => ({
      organisationId,
      positionId,
      version: 1,
      title,
      requirements: Array.from({ length: 10 }, (_, row) =>
        makeRequirement({ text: `Skill ${(index * 7 + row) % 300}` }),
      ),
    })),
  });
  const startedAt = performance.now();
  expect(await listRequirementPool({ q: "", viewer: owner })).toHaveLength(200);
  const ms = performance.now() - startedAt;
  console.log(`Pool of 10,000 requirements: ${Math.round(ms)} ms`);
  expect(ms).toBeLessThan(1000);
});
