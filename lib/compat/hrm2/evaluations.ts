import "server-only";
import { z } from "zod";
import { encodeFileName } from "@/lib/api/file-response";
import { AppError } from "@/lib/errors";
import {
  deleteEvaluation,
  findNewestEvaluation,
  getEvaluation,
  readEvaluation,
  requestEvaluation,
} from "@/lib/recommendation/evaluate-group";
import { Hrm2Error, notFound } from "./answer";
import * as answers from "./answers";
import { isoTime } from "./iso-time";
import { type Call, operation, words } from "./operation";
import { fileSafe } from "./report";

/** Who speaks, one message after the other, on the reference. */
const speakers = [
  ...["招聘负责人", "评估协调员", "HR专家", "技术专家", "项目经理专家", "综合评审专家"],
  ...["综合评审专家", "HR专家", "技术专家", "项目经理专家", "综合评审专家"],
];
const longestSummary = 500;
const folder = "interview_evaluation_reports";

const ofGroup = z.object({ group_id: words(255) });

/** X1 POST. */
export const startEvaluation = operation(
  { permission: "screening:read", fields: ofGroup, data: answers.startedEvaluation },
  async ({ viewer, fields: { group_id: groupId } }) => {
    const { id, state } = await requestEvaluation({ groupId, viewer });
    return { message: "评估已开始。", data: { task_id: id, status: statusOf(state) } };
  },
);

/** X1 GET. */
export const findEvaluation = operation(
  { permission: "screening:read", fields: ofGroup, data: answers.evaluationTask },
  async ({ viewer, fields: { group_id: groupId } }) => {
    const found = await findNewestEvaluation({ groupId, viewer });
    return { message: "评估任务。", data: found && (await toTask(found, viewer)) };
  },
);

/** X1 DELETE: which one is not said. */
export const deleteUnnamedEvaluation = operation({ permission: "screening:read" }, async () => {
  throw new Hrm2Error(400, "缺少评估任务编号。");
});

/** X2 and X3 GET. */
export const showEvaluation = operation(
  { permission: "screening:read", data: answers.evaluationTask },
  async ({ viewer, params }) => {
    const found = await getEvaluation({ evaluationId: params.taskId ?? "", viewer }).catch(unknownTask);
    return { message: "评估任务。", data: await toTask(found, viewer) };
  },
);

/** X2 and X3 DELETE: what is under way stops. */
export const removeEvaluation = operation({ permission: "screening:read" }, async ({ viewer, params }) => {
  await deleteEvaluation({ evaluationId: params.taskId ?? "", viewer }).catch(unknownTask);
  return { message: "评估任务已删除。" };
});

/** X4: of all files only the viewer's own evaluations, whatever the address says. */
export const downloadEvaluation = operation(
  { permission: "screening:read", isFile: true },
  async ({ viewer, params }) => {
    const path = decodePath(params.path ?? "");
    const [, name = "", id = ""] =
      new RegExp(`^/*media/${folder}/\\d{4}/\\d\\d/\\d\\d/([^/]+_([0-9a-f-]{36})\\.md)$`).exec(path) ?? [];
    if (!id) throw notFound("文件");
    const text = await readEvaluation({ evaluationId: id, viewer }).catch(() => {
      throw notFound("文件");
    });
    return new Response(text, {
      headers: {
        "content-type": "text/markdown; charset=utf-8",
        "content-disposition": `attachment; filename*=utf-8''${encodeFileName(name)}`,
        "x-content-type-options": "nosniff",
      },
    });
  },
);

type Row = Awaited<ReturnType<typeof getEvaluation>>;

async function toTask(row: Row, viewer: Call["viewer"]) {
  const { id, fileName: groupId, state, progress, error, createdAt, updatedAt } = row;
  const messages = Math.round((progress / 100) * speakers.length);
  const speaker =
    state === "completed"
      ? "完成"
      : state === "failed"
        ? "错误"
        : messages === 0
          ? "系统初始化"
          : (speakers[messages - 1] ?? null);
  const day = createdAt.toISOString().slice(0, 10).replaceAll("-", "/");
  return {
    ...{ task_id: id, group_id: groupId, status: statusOf(state), progress: messages, current_speaker: speaker },
    ...{ created_at: isoTime(createdAt), updated_at: isoTime(updatedAt) },
    ...(state === "completed" && {
      result_file: `/media/${folder}/${day}/${encodeURIComponent(`面试后综合评估报告_${fileSafe(groupId)}_${id}.md`)}`,
      result_summary: (await readEvaluation({ evaluationId: id, viewer })).slice(0, longestSummary),
    }),
    ...(state === "failed" && {
      error_message:
        error === "nobody_to_evaluate" ? "没有这个组或岗位，或其中没有可评估的候选人。" : "评估失败，请重试。",
    }),
  };
}

const statuses = {
  pending: "pending",
  running: "processing",
  completed: "completed",
  failed: "failed",
  cancelled: "failed",
} as const;

function statusOf(state: Row["state"]): (typeof statuses)[keyof typeof statuses] {
  return statuses[state];
}

function unknownTask(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") throw notFound("评估任务");
  throw error;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw notFound("文件");
  }
}
