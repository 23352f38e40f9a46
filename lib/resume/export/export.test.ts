import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { resumeFilter } from "@/lib/resume/filter";
import { makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { exportRows } from "./export-rows";
import { type TableColumn, withoutFormula } from "./table-columns";
import { toCsv } from "./to-csv";
import { toJsonResumes } from "./to-json-resume";
import { toXlsx } from "./to-xlsx";

useWorkspace();

const filter = resumeFilter.parse({});
const columns: TableColumn[] = [
  { title: "Name", width: 10, read: ({ item }) => item.candidateName },
  { title: "File", width: 10, read: ({ item }) => item.fileName },
  { title: "Years", width: 10, read: ({ item }) => item.yearsOfWork },
];
const text = async (chunks: AsyncIterable<string>) => {
  let all = "";
  for await (const chunk of chunks) all += chunk;
  return all;
};

test("a table can be read back: quotes, commas, and formulas made harmless", async () => {
  const viewer = await makeRecruiter();
  await makeResume({ owner: viewer, bytes: Buffer.from("Jane Miller\nJava"), fileName: '=cmd|"calc"!A1, x.txt' });
  const csv = await text(toCsv(columns, exportRows({ viewer, filter, ids: [] })));
  expect(csv).toBe('\uFEFFName,File,Years\r\nJane Miller,"\'=cmd|""calc""!A1, x.txt",\r\n');
  for (const start of ["=", "+", "-", "@", "\t", "\r"]) expect(withoutFormula(`${start}1+1`)).toBe(`'${start}1+1`);
  const xlsx = await toXlsx(columns, exportRows({ viewer, filter, ids: [] }));
  expect(xlsx.subarray(0, 2).toString()).toBe("PK");
});

test("chosen rows only, and who exported how many stands on record", async () => {
  const viewer = await makeRecruiter();
  const { id } = await makeResume({
    owner: viewer,
    bytes: Buffer.from("姓名：李晓雯\n邮箱：lxw@example.com\n现居城市：上海"),
  });
  await makeResume({ owner: viewer });
  const json = await text(toJsonResumes(exportRows({ viewer, filter, ids: [id] })));
  expect(JSON.parse(json)).toMatchObject([
    { basics: { name: "李晓雯", email: "lxw@example.com", location: { city: "上海" } } },
  ]);
  const audit = await scopedDb(viewer.organisationId).auditEvent.findMany({ where: { action: "resume.exported" } });
  expect(audit).toMatchObject([{ actorId: viewer.userId, details: { resumes: 1 } }]);
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  await expect(text(toJsonResumes(exportRows({ viewer: manager, filter, ids: [] })))).rejects.toMatchObject({
    code: "forbidden",
  });
});
