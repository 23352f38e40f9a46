import "server-only";
import { randomUUID } from "node:crypto";
import { assertCan } from "@/lib/auth/permissions";
import { startScreening } from "@/lib/screening/start-screening";
import { type Answer, Hrm2Error } from "./answer";
import { type Call, type Fields, isFields } from "./call";
import { forcedError } from "./dev";
import { findOrMakePosition } from "./find-or-make-position";
import { readSubmitted } from "./position-shape";
import { acceptText, findByText, type SubmittedScreening } from "./resumes";

type Sent = { name: string; content: string; type: string };

/** E8: takes the texts in, reads them, and screens them against the position as it was sent. */
export async function submitScreening({ viewer, body }: Call): Promise<Answer> {
  assertCan(viewer, "screening:start");
  const { position, resumes } = readSubmission(body);
  // Refused before anything is taken in.
  const positionId = await findOrMakePosition(readSubmitted(position), viewer);
  const batchId = randomUUID();
  const resumeIds: string[] = [];
  for (const { name, content, type } of resumes)
    resumeIds.push((await findByText(content, viewer)) ?? (await acceptText({ name, content, type, batchId, viewer })));
  const submitted: SubmittedScreening = { position, resumes: resumes.length };
  const started = await startScreening({
    positionId,
    resumeIds: [...new Set(resumeIds)],
    viewer,
    submitted: JSON.parse(JSON.stringify(submitted)),
    failWith: await forcedError(viewer),
  });
  return {
    status: 202,
    message: "筛选任务已提交。",
    data: { status: "submitted", task_id: started.batchId },
  };
}

/** @throws Hrm2Error whose `details` list what is wrong with which field */
function readSubmission({ position, resumes }: Fields): { position: Fields; resumes: Sent[] } {
  const details: Fields = {};
  if (!isFields(position)) details.position = [position === undefined ? "这是必填项。" : "应为对象。"];
  else if (Object.keys(position).length === 0) details.position = ["不能为空。"];
  if (!Array.isArray(resumes)) details.resumes = [resumes === undefined ? "这是必填项。" : "应为数组。"];
  else if (resumes.length === 0) details.resumes = ["不能为空。"];
  else {
    const misshapen = resumes.flatMap((resume, index) => (isFields(resume) ? [] : [[index, ["应为对象。"]]]));
    if (misshapen.length > 0) details.resumes = Object.fromEntries(misshapen);
    else if (resumes.some(({ content }) => typeof content !== "string" || content.trim() === ""))
      details.resumes = ["每份简历都要有 content。"];
  }
  if (Object.keys(details).length > 0 || !isFields(position) || !Array.isArray(resumes))
    throw new Hrm2Error(400, "提交的内容不完整。", { details });
  return { position, resumes: resumes.map(readSent) };
}

function readSent(resume: Fields, index: number): Sent {
  const { name, filename, content, metadata } = resume;
  const given = [name, filename].find((value): value is string => typeof value === "string" && value.trim() !== "");
  const type = isFields(metadata) && typeof metadata.type === "string" ? metadata.type : "text/plain";
  return { name: given ?? `resume_${index}`, content: String(content), type };
}
