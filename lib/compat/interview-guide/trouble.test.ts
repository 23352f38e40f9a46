import { randomUUID } from "node:crypto";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { failReading } from "@/lib/resume/read-resume";
import { storage } from "@/lib/storage/storage";
import { makeRecruiter } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { getDetail, reanalyze } from "./resumes";
import { upload } from "./upload";

const workspace = useWorkspace();

function callOf(
  viewer: Viewer,
  number = 0,
  file = new File([`王小明 ${randomUUID()}`], "a.txt", { type: "text/plain" }),
) {
  const body = new FormData();
  body.set("file", file);
  return {
    viewer,
    number,
    path: [],
    request: new Request("http://localhost/api/resumes/upload", { method: "POST", body }),
  };
}

const resumeOf = async (viewer: Viewer) => scopedDb(viewer.organisationId).resume.findFirstOrThrow();

test("a store that takes no files is 4001, and nothing is kept of the upload", async () => {
  const viewer = await makeRecruiter();
  const files = join(workspace.dataDir, "files");
  await storage().check();
  await rename(files, `${files}-away`);
  await writeFile(files, "");
  await expect(upload.run(callOf(viewer))).rejects.toMatchObject({ code: 4001 });
  await rename(`${files}-away`, `${files}-back`).then(() => rename(files, `${files}-broken`));
  await rename(`${files}-back`, files);
  expect(await scopedDb(viewer.organisationId).resume.count()).toBe(0);
});

test("a file that could not be read is read again when another analysis is asked for", async () => {
  const viewer = await makeRecruiter();
  await upload.run(callOf(viewer));
  const { id: resumeId, number } = await resumeOf(viewer);
  const { organisationId } = viewer;
  await failReading({ organisationId, resumeId, reason: "time_limit" });
  expect(await getDetail.run(callOf(viewer, number))).toMatchObject({
    data: {
      analyzeStatus: "FAILED",
      analyzeError: expect.stringContaining("超过 15 秒"),
      resumeText: "",
      analyses: [],
    },
  });
  expect(await reanalyze.run(callOf(viewer, number))).toEqual({ data: null });
  expect(await getDetail.run(callOf(viewer, number))).toMatchObject({
    data: { analyzeStatus: "PENDING", analyzeError: null },
  });
  expect(await resumeOf(viewer)).toMatchObject({ state: "PENDING" });
});

test("when its file is gone that is 4002, and one without text 2002", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  await upload.run(callOf(viewer));
  const { id: resumeId, number, storageKey } = await resumeOf(viewer);
  await failReading({ organisationId, resumeId, reason: "no_text" });
  await storage().put(storageKey, Buffer.from(" \n "), "text/plain");
  await expect(reanalyze.run(callOf(viewer, number))).rejects.toMatchObject({ code: 2002 });
  await storage().remove(storageKey);
  await expect(reanalyze.run(callOf(viewer, number))).rejects.toMatchObject({ code: 4002 });
  expect(await resumeOf(viewer)).toMatchObject({ state: "FAILED" });
});
