import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { makePosition, makeRecruiter, makeResume, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { getTask } from "./tasks";

useWorkspace();

const nothingAsked = { fields: {}, sent: {}, request: new Request("http://localhost") };

test("while experts are at work a task runs, is half done, and says who speaks", async () => {
  const viewer = await makeRecruiter();
  const db = scopedDb(viewer.organisationId);
  const { id: positionId } = await makePosition({ owner: viewer });
  const { id: resumeId } = await makeResume({ owner: viewer });
  const { batchId } = await screen({ positionId, resumeIds: [resumeId], viewer });
  const ask = async () => {
    const answer = await getTask.run({ viewer, params: { taskId: batchId }, ...nothingAsked });
    return "data" in answer ? answer.data : null;
  };
  expect(await ask()).toMatchObject({ status: "completed", progress: 100 });

  await db.screeningBatch.update({ where: { id: batchId }, data: { state: "running", finishedAt: null } });
  for (const currentView of ["Assistant", "HR_Expert", "Technical_Expert", "Project_Manager_Expert", "Critic"]) {
    await db.screeningRun.updateMany({ where: { batchId }, data: { state: "running", currentView } });
    expect(await ask()).toMatchObject({ status: "running", progress: 50, current_speaker: currentView });
  }
});
