import { expect, test } from "vitest";
import { makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { hostileFiles } from "@/lib/testing/hostile-files";
import { docxFile } from "@/lib/testing/resume-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { draftPosition } from "./draft-position";

useWorkspace();

test("pasted text and files give a draft with its engine's name", async () => {
  const viewer = await makeRecruiter();
  const bytes = Buffer.from("后端工程师\n任职要求：\n1. 3年以上Java经验");
  expect(await draftPosition({ locale: "en", viewer, bytes, fileName: "description.txt" })).toMatchObject({
    engine: "built-in",
    draft: { title: "后端工程师", requirements: [{ kind: "experience", text: "3年以上Java经验" }] },
  });
  const { bytes: file, name } = docxFile(1);
  const { draft } = await draftPosition({ locale: "en", viewer, bytes: file, fileName: name });
  expect(draft.description.length).toBeGreaterThan(50);
});

test.each(
  hostileFiles().map(({ name, bytes, reason, reasonAtOnce }) => [name, reasonAtOnce ?? reason, bytes] as const),
)("%s is refused: %s", async (fileName, reason, bytes) => {
  const viewer = await makeRecruiter();
  await expect(draftPosition({ locale: "en", viewer, bytes, fileName })).rejects.toMatchObject({
    message: "description_unreadable",
    values: { reason },
  });
});

test("who may not write positions may not have them drafted", async () => {
  const viewer = await makeViewer("hiring_manager");
  const drafting = draftPosition({ locale: "en", viewer, bytes: Buffer.from("x"), fileName: "x.txt" });
  await expect(drafting).rejects.toMatchObject({ code: "forbidden" });
});
