import { expect, test } from "vitest";
import { findBoard } from "@/lib/screening/find-board";
import { previewChange } from "@/lib/screening/preview-change";
import { makePosition, makeRecruiter, makeRequirement, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { acceptPhrase } from "./accept-phrase";
import { findPosition } from "./find-position";

useWorkspace();

test("accepted words are the position's next version, count in the next screening, and are shown before it", async () => {
  const viewer = await makeRecruiter();
  const robotics = makeRequirement({ text: "robotics middleware" });
  const requirements = [robotics, makeRequirement({ text: "Java" })];
  const { id: positionId } = await makePosition({ owner: viewer, requirements });
  const bytes = Buffer.from("Jane Miller\nWork\n2018.01-2024.01 Acme Ltd, engineer\n- Built navigation with ROS2\n");
  const { id: resumeId } = await makeResume({ owner: viewer, bytes });
  const marks = async () => (await findBoard({ positionId, viewer }))?.rows[0]?.run?.marks;
  await screen({ positionId, resumeIds: [resumeId], viewer });
  expect(await marks()).toEqual(["unknown", "unknown"]);

  const rule = { phrase: "ROS2", verdict: "met" } as const;
  const asked = { positionId, requirementKey: robotics.key, viewer };
  const { requirements: now, ...content } = (await findPosition({ positionId, viewer })) ?? {
    ...{ title: "", department: "", city: "", description: "", salaryMin: null, salaryMax: null, requirements: [] },
  };
  const next = now.map((one) => (one.key === robotics.key ? { ...one, accepted: [rule] } : one));
  const preview = await previewChange({ content: { ...content, requirements: next }, positionId, viewer });
  expect(preview.candidates[0]?.reasons).toEqual([
    { text: "robotics middleware", isReweighted: false, before: "unknown", after: "met" },
  ]);

  expect(await acceptPhrase({ ...asked, phrase: "ros2", verdict: "partly" })).toMatchObject({ version: 2 });
  expect(await acceptPhrase({ ...asked, ...rule })).toMatchObject({ version: 3 });
  const saved = await findPosition({ positionId, viewer });
  expect(saved?.requirements.map(({ accepted }) => accepted)).toEqual([[rule], undefined]);
  expect(await marks()).toEqual(["unknown", "unknown"]);
  await screen({ positionId, resumeIds: [resumeId], viewer });
  expect(await marks()).toEqual(["met", "unknown"]);
});

test("words that may not decide are refused, and so is who may not change the position", async () => {
  const viewer = await makeRecruiter();
  const requirement = makeRequirement();
  const { id: positionId } = await makePosition({ owner: viewer, requirements: [requirement] });
  const asked = { positionId, requirementKey: requirement.key, verdict: "met" } as const;
  await expect(acceptPhrase({ ...asked, phrase: "限男性", viewer })).rejects.toMatchObject({ code: "bad_request" });
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  await expect(acceptPhrase({ ...asked, phrase: "ROS2", viewer: manager })).rejects.toMatchObject({
    code: "not_found",
  });
  const stranger = await makeRecruiter();
  await expect(acceptPhrase({ ...asked, phrase: "ROS2", viewer: stranger })).rejects.toMatchObject({
    code: "not_found",
  });
});
