import { expect, test } from "vitest";
import { makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { listResumesQuery } from "./filter";
import { listResumes } from "./list-resumes";

useWorkspace();

const all = listResumesQuery.parse({ sort: "newest" });

test("pages follow each other without a gap or a repeat", async () => {
  const viewer = await makeRecruiter();
  for (let index = 0; index < 7; index += 1) await makeResume({ owner: viewer, isRead: false });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listResumes({ ...all, viewer, limit: 3, cursor });
    expect(page.total).toBe(7);
    seen.push(...page.resumes.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
});

test("search finds words, Chinese and Latin, and takes special characters literally", async () => {
  const viewer = await makeRecruiter();
  await makeResume({ owner: viewer, bytes: Buffer.from("李晓雯\n高级产品经理，熟悉支付业务\nC++ and Node.js") });
  await makeResume({ owner: viewer, bytes: Buffer.from("Peter Jensen\nAccountant, 100%_sure") });
  const found = async (q: string) => (await listResumes({ ...all, viewer, q })).resumes.map((row) => row.candidateName);
  expect(await found("产品经理")).toEqual(["李晓雯"]);
  expect(await found("支付")).toEqual(["李晓雯"]);
  expect(await found("李")).toEqual(["李晓雯"]);
  expect(await found("c++ node.js")).toEqual(["李晓雯"]);
  expect(await found("ACCOUNTANT")).toEqual(["Peter Jensen"]);
  expect(await found("产品会计")).toEqual([]);
  for (const odd of ["' or 1=1 --", "%", "\\", "a & b | !c", "(((", "::tsquery"]) {
    await expect(found(odd), odd).resolves.toBeInstanceOf(Array);
  }
});

test("the state filter and the roles narrow the list", async () => {
  const viewer = await makeRecruiter();
  await makeResume({ owner: viewer });
  await makeResume({ owner: viewer, isRead: false });
  await makeResume({ owner: viewer, bytes: Buffer.from(" \n ") });
  const total = async (state: "all" | "ready" | "reading" | "unreadable") =>
    (await listResumes({ ...all, viewer, state })).total;
  expect([await total("all"), await total("ready"), await total("reading"), await total("unreadable")]).toEqual([
    3, 1, 1, 1,
  ]);
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  expect((await listResumes({ ...all, viewer: manager })).total).toBe(0);
});
