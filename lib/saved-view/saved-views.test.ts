import { expect, test } from "vitest";
import { makeRecruiter } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { deleteView, listViews, saveView } from "./saved-views";

useWorkspace();

test("a view is a person's own, replaced by its name, and deleted by its owner only", async () => {
  const viewer = await makeRecruiter();
  const colleague = await makeRecruiter({ colleague: viewer });
  const { id } = await saveView({ viewer, page: "library", name: "上海 Java", query: "q=java&city=上海" });
  await saveView({ viewer, page: "library", name: "上海 Java", query: "q=java" });
  expect(await listViews({ viewer, page: "library" })).toEqual([
    { id, page: "library", name: "上海 Java", query: "q=java" },
  ]);
  expect(await listViews({ viewer: colleague, page: "library" })).toEqual([]);
  await saveView({ viewer, page: "board", name: "上海 Java", query: "advice=reserve" });
  expect(await listViews({ viewer, page: "board" })).toMatchObject([{ query: "advice=reserve" }]);
  await expect(deleteView({ viewer: colleague, viewId: id })).rejects.toMatchObject({ code: "not_found" });
  await deleteView({ viewer, viewId: id });
  expect(await listViews({ viewer, page: "library" })).toEqual([]);
});

test("thirty views are enough", async () => {
  const viewer = await makeRecruiter();
  for (let index = 0; index < 30; index += 1)
    await saveView({ viewer, page: "library", name: `view ${index}`, query: "" });
  await expect(saveView({ viewer, page: "library", name: "one more", query: "" })).rejects.toMatchObject({
    message: "too_many_views",
  });
  await expect(saveView({ viewer, page: "library", name: "view 3", query: "q=a" })).resolves.toMatchObject({
    query: "q=a",
  });
});
