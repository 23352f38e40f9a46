import { expect, test } from "vitest";
import { listApplications } from "@/lib/application/list-applications";
import { scopedDb } from "@/lib/db";
import { asOf, goldFiles } from "@/lib/gold/measure";
import { setBlind } from "@/lib/position/set-blind";
import { candidateContent } from "@/lib/report/candidate-content";
import { getCandidateReport } from "@/lib/report/candidate-report";
import { shortlistContent } from "@/lib/report/shortlist-content";
import { getShortlistReport } from "@/lib/report/shortlist-report";
import { blindModes } from "@/lib/resume/blind/kinds";
import { openCandidate } from "@/lib/resume/blind/open-candidate";
import type { BlindMode } from "@/lib/resume/blind/schema";
import { parseResume } from "@/lib/resume/parsing/parse-resume";
import { calibrate } from "@/lib/screening/calibration/calibrate";
import { decide } from "@/lib/screening/decide";
import { findApplication } from "@/lib/screening/find-application";
import { findBatch } from "@/lib/screening/find-batch";
import { findBoard } from "@/lib/screening/find-board";
import { previewChange } from "@/lib/screening/preview-change";
import { screenStored } from "@/lib/screening/screen-stored";
import {
  makePosition,
  makeRecruiter,
  makeRequirement,
  makeResume,
  positionContent,
  screen,
} from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";

useWorkspace();

const person = (name: string, pinyin: string, phone: string) => `${name}
男 | 30岁 | ${phone} | ${pinyin}@example.com
教育经历
2012.09 - 2016.06  浙江大学  软件工程  硕士
工作经历
2016.07 - 至今  杭州云杉科技有限公司  Java开发工程师
${name}（${pinyin}）负责订单系统，熟练使用 Java 与 Spring Boot，带领 5 人团队
专业技能
Java, Spring Boot, MySQL
`;
const people = [
  ["欧阳志远", "ouyangzhiyuan", "13911112222"],
  ["林月如", "linyueru", "13911113333"],
  ["司马青衫", "simaqingshan", "13911114444"],
] as const;
const secrets = [...people.flat(), "30岁"];

async function makeBoard({ before, after }: { before: BlindMode; after: BlindMode }) {
  const owner = await makeRecruiter();
  const requirements = [
    makeRequirement({ text: "Java" }),
    makeRequirement({ kind: "education", text: "本科及以上" }),
    makeRequirement({ kind: "experience", text: "3年以上Java开发经验" }),
  ];
  const { id: positionId } = await makePosition({ owner, requirements });
  const resumeIds = [];
  for (const [name, pinyin, phone] of people) {
    const bytes = Buffer.from(person(name, pinyin, phone));
    resumeIds.push((await makeResume({ owner, bytes, fileName: `${name}.txt` })).id);
  }
  await setBlind({ positionId, blind: before, viewer: owner });
  const { batchId } = await screen({ positionId, resumeIds, viewer: owner });
  await setBlind({ positionId, blind: after, viewer: owner });
  const board = await findBoard({ positionId, viewer: owner });
  const applicationIds = (board?.rows ?? []).map(({ applicationId }) => applicationId);
  return { owner, positionId, resumeIds, batchId, requirements, board, applicationIds };
}

function expectNobody(value: unknown, more: readonly string[] = []) {
  const shown = typeof value === "string" ? value : JSON.stringify(value);
  for (const secret of [...secrets, ...more]) expect(shown, secret).not.toContain(secret);
}

test.each([
  { before: "person", after: "person" },
  { before: "off", after: "person" },
  { before: "person", after: "person_and_schools" },
] as const)("screened $before and looked at $after, no page or file of a position names anybody", async (modes) => {
  const { owner: viewer, positionId, batchId, requirements, board, applicationIds } = await makeBoard(modes);
  const hidden = modes.after === "person" ? [] : ["浙江大学"];
  const [applicationId = ""] = applicationIds;
  expect(board?.rows.map(({ candidateName, fileName }) => [candidateName, fileName])).toEqual(
    board?.rows.map(({ candidateName }) => [expect.stringMatching(/^#\d+$/), candidateName]),
  );
  const application = await findApplication({ applicationId, viewer });
  const runId = application?.run?.id ?? null;
  const reason = "欧阳志远、林月如、司马青衫 13911112222 13911113333 13911114444 不错";
  await decide({ applicationId, outcome: "hold", reason, runId, viewer });
  const decided = await findApplication({ applicationId, viewer });
  if (!decided || !board) throw new Error("There is no application");
  expect(decided.run?.result.verdicts.some(({ quotes }) => quotes.some(({ text }) => text.includes("Java")))).toBe(
    true,
  );
  const own = people.find(([name]) => !JSON.stringify(decided.decisions).includes(name));
  expect(own).toBeDefined();
  const asReason = { ...decided, decisions: [] };
  for (const shown of [
    ...[board, asReason, await findBatch({ batchId, viewer }), await listApplications({ positionId, viewer })],
    await previewChange({
      positionId,
      content: { ...positionContent({ requirements }), city: "", description: "" },
      viewer,
    }),
    await calibrate({ positionId, applicationIds: applicationIds.toReversed(), viewer }),
    candidateContent({ application: asReason, locale: "zh", now: new Date(), pageOf: () => 2 }),
    shortlistContent({ board, locale: "en", now: new Date() }),
    (await getShortlistReport({ positionId, viewer, locale: "zh", format: "json" })).body,
    (await getShortlistReport({ positionId, viewer, locale: "zh", format: "md" })).body,
  ])
    expectNobody(shown, hidden);
  const decisions = JSON.stringify(decided.decisions);
  for (const format of ["md", "json"] as const) {
    const { fileName, body } = await getCandidateReport({ applicationId, viewer, locale: "zh", format });
    expectNobody(fileName);
    // The reason names the other two, whom this candidate's own values do not tell.
    expect(String(body).includes(own?.[0] ?? "")).toBe(false);
  }
  expect(decisions).not.toContain(own?.[2]);
  const snapshot = await scopedDb(viewer.organisationId).decision.findFirstOrThrow();
  expectNobody(snapshot.snapshot, hidden);
});

test("a run says that it was made blind, and who opens the candidate sees its quotes as they stand in the resume", async () => {
  const { owner: viewer, resumeIds, applicationIds } = await makeBoard({ before: "person", after: "person" });
  const stored = await scopedDb(viewer.organisationId).screeningRun.findMany();
  expectNobody(stored);
  for (const resumeId of resumeIds) await openCandidate({ resumeId, forTeam: false, viewer });
  for (const applicationId of applicationIds) {
    const application = await findApplication({ applicationId, viewer });
    expect(application).toMatchObject({ isBlind: false, run: { blind: "person" } });
    expect(people.map(([name]) => name)).toContain(application?.candidateName);
    const { text } = await scopedDb(viewer.organisationId).resumeContent.findUniqueOrThrow({
      where: { resumeId: application?.resumeId },
    });
    const quotes = application?.run?.result.verdicts.flatMap((verdict) => verdict.quotes) ?? [];
    expect(quotes.length).toBeGreaterThan(0);
    for (const { start, end, text: quoted } of quotes) expect(quoted).toBe(text.slice(start, end));
  }
});

test("over the made-up resumes, blind numbers are the open ones; without schools too, where no school is asked for", async () => {
  const requirements = [
    makeRequirement({ text: "Java, Spring Boot" }),
    makeRequirement({ text: "Python" }),
    makeRequirement({ text: "Excel" }),
    makeRequirement({ kind: "education", text: "Bachelor or higher", necessity: "gate" }),
    makeRequirement({ kind: "experience", text: "3+ years of experience" }),
    makeRequirement({ kind: "language", text: "English" }),
    makeRequirement({ kind: "leadership", text: "Led a team" }),
    makeRequirement({ kind: "location", text: "Shanghai" }),
  ];
  const position = { title: "Engineer", salaryMin: null, salaryMax: null, requirements };
  const differing: Record<string, string[]> = { person: [], person_and_schools: [] };
  let screened = 0;
  for (const file of goldFiles().filter(({ format }) => format === "txt" || format === "docx" || format === "md")) {
    const parsed = await parseResume(new Uint8Array(await file.make()), { fileName: file.name, asOf });
    const stored = { position, text: parsed.document.text, profile: parsed.profile, corrections: [], names: new Map() };
    const numbers = (blind: BlindMode) => {
      const { comprehensive, advice, views, verdicts } = screenStored({ ...stored, blind });
      const given = verdicts.map(({ verdict, gate }) => [verdict, gate]);
      return { comprehensive, advice, views: views.map(({ score }) => score), given };
    };
    const open = JSON.stringify(numbers("off"));
    for (const mode of blindModes) if (JSON.stringify(numbers(mode)) !== open) differing[mode]?.push(file.name);
    screened += 1;
  }
  expect(screened).toBeGreaterThan(50);
  expect(differing).toEqual({ person: [], person_and_schools: [] });
}, 60_000);
