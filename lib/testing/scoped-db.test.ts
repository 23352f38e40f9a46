import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { Prisma, scopedDb, systemDb } from "@/lib/db";
import { makeApplication, makeRecruiter } from "./factories";
import { useWorkspace } from "./workspace";

useWorkspace();

test("there is no client without an organisation", () => {
  for (const id of ["", "undefined", "*", "%", `${randomUUID()} or true`]) {
    expect(() => scopedDb(id), id).toThrow("organisation");
  }
});

test("a scoped client sees and changes rows of its organisation only", async () => {
  const owner = await makeRecruiter();
  const { positionId, resumeId } = await makeApplication({ owner });
  const other = scopedDb((await makeRecruiter()).organisationId);
  const own = scopedDb(owner.organisationId);

  expect(await own.resume.count()).toBe(1);
  expect(await other.resume.count()).toBe(0);
  expect(await other.resume.findUnique({ where: { id: resumeId } })).toBeNull();
  expect(await other.resume.findFirst({ where: { OR: [{ id: resumeId }, { state: "COMPLETED" }] } })).toBeNull();
  expect(await other.position.findMany()).toEqual([]);
  expect(await other.application.groupBy({ by: ["positionId"], _count: true })).toEqual([]);
  expect((await other.resume.aggregate({ _sum: { fileSize: true } }))._sum.fileSize).toBeNull();
  expect(await other.resume.updateMany({ data: { source: "ours now" } })).toEqual({ count: 0 });
  expect(await other.position.deleteMany()).toEqual({ count: 0 });
  await expect(other.position.update({ where: { id: positionId }, data: { title: "x" } })).rejects.toThrow();
  await expect(other.position.delete({ where: { id: positionId } })).rejects.toThrow();
  await expect(other.position.findUniqueOrThrow({ where: { id: positionId } })).rejects.toThrow();
  expect(await own.position.findFirst()).toMatchObject({ id: positionId, title: "Backend engineer" });
});

test("in a transaction the scope holds too", async () => {
  const owner = await makeRecruiter();
  await makeApplication({ owner });
  const other = await makeRecruiter();
  const seen = await scopedDb(other.organisationId).$transaction((tx) => tx.candidate.findMany());
  expect(seen).toEqual([]);
});

test("a row of another organisation cannot be written", async () => {
  const [mine, theirs] = [await makeRecruiter(), await makeRecruiter()];
  const db = scopedDb(mine.organisationId);
  const data = { organisationId: theirs.organisationId, title: "Planted" };
  await expect(db.position.create({ data })).rejects.toThrow("another organisation");
  await expect(db.position.createMany({ data: [data] })).rejects.toThrow("another organisation");
  expect(await systemDb().position.count({ where: { title: "Planted" } })).toBe(0);
});

test("an organisation sees and changes itself, and makes none", async () => {
  const [mine, theirs] = [await makeRecruiter(), await makeRecruiter()];
  const db = scopedDb(mine.organisationId);
  expect(await db.organisation.findMany({ select: { id: true } })).toEqual([{ id: mine.organisationId }]);
  expect(await db.organisation.findUnique({ where: { id: theirs.organisationId } })).toBeNull();
  expect(await db.organisation.updateMany({ data: { name: "Ours" } })).toEqual({ count: 1 });
  await expect(db.organisation.create({ data: {} })).rejects.toThrow("systemDb");
  const upsert = { where: { id: randomUUID() }, create: {}, update: {} };
  await expect(db.organisation.upsert(upsert)).rejects.toThrow("systemDb");
});

test("tables of no organisation are not for a scoped client", async () => {
  const db = scopedDb((await makeRecruiter()).organisationId);
  await expect(db.rateLimitWindow.findMany()).rejects.toThrow("systemDb");
  expect(Object.keys(Prisma.ModelName).length).toBeGreaterThan(20);
});
