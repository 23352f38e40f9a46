import { expect, test } from "vitest";
import { createInterview } from "@/lib/interview/create-interview";
import { setBlind } from "@/lib/position/set-blind";
import { exportTable } from "@/lib/report/tables/export-table";
import { tableKinds } from "@/lib/report/tables/kinds";
import { makeApplication, makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";

useWorkspace();

test("each list of the pages is a table, of what its reader sees, in their language", async () => {
  const viewer = await makeRecruiter();
  const { id: applicationId, positionId } = await makeApplication({ owner: viewer });
  const wanted = { language: "en", level: "senior", minutes: 30, isPractice: false, scheduledAt: null } as const;
  await createInterview({ ...wanted, applicationId, participantIds: [], viewer });
  const csv = async (table: (typeof tableKinds)[number], reader = viewer, locale: "en" | "zh" = "en") =>
    String((await exportTable({ table, format: "csv", viewer: reader, locale })).body)
      .replace("\uFEFF", "")
      .trim()
      .split("\r\n");

  expect((await csv("interviews")).map((line) => line.split(",").length)).toEqual([8, 8]);
  expect((await csv("interviews"))[1]).toContain(",1,Planned,");
  expect((await csv("interviews", viewer, "zh"))[0]).toContain("候选人");
  expect((await csv("positions"))[1]).toMatch(/,1,\d{4}-\d\d-\d\d$/);
  expect((await csv("screenings")).length).toBe(2);
  expect(await csv("videos")).toHaveLength(1);
  expect(await csv("letters")).toHaveLength(1);
  expect(await csv("interviews", await makeRecruiter())).toHaveLength(1);

  await setBlind({ positionId, blind: "person", viewer });
  expect((await csv("interviews"))[1]).toMatch(/^#\d+,/);

  const interviewer = await makeViewer("interviewer", { colleague: viewer });
  expect(await csv("positions", interviewer)).toHaveLength(1);
  await expect(csv("screenings", interviewer)).rejects.toMatchObject({ code: "forbidden" });
  await expect(csv("letters", interviewer)).rejects.toMatchObject({ code: "forbidden" });
  for (const table of tableKinds) {
    const { fileName, body } = await exportTable({ table, format: "xlsx", viewer, locale: "en" });
    expect(fileName).toMatch(new RegExp(`^${table}-\\d{4}-\\d\\d-\\d\\d\\.xlsx$`));
    expect(Buffer.from(body).toString("latin1", 0, 2)).toBe("PK");
  }
});
