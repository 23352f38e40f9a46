import type { z } from "zod";
import type { Envelope } from "./answer";
import * as answers from "./answers";
import * as dev from "./dev";
import * as evaluations from "./evaluations";
import * as groups from "./groups";
import * as interviews from "./interviews";
import * as library from "./library";
import type { Operation } from "./operation";
import * as positions from "./positions";
import * as recommendations from "./recommendations";
import * as data from "./resume-data";
import { submitScreening } from "./screening";
import * as tasks from "./tasks";
import * as videos from "./videos";

export type Served = Operation & { envelope: Envelope };
/** By method and address, without slashes at its ends; `{name}` is an id, `{name*}` all that follows. */
export type Operations = Record<`${"GET" | "POST" | "PUT" | "DELETE"} ${string}`, Served>;

const code = (operation: Operation): Served => ({ ...operation, envelope: "code" });
const bare = (operation: Operation): Served => ({ ...operation, envelope: "bare" });
const marked = (operation: Operation): Served => ({ ...operation, envelope: "status" });

/** HRM2's classic addresses. */
export const classicOperations: Operations = {
  "GET position-settings": code(positions.getCriteria),
  "POST position-settings": code(positions.saveCriteria),
  "GET position-settings/positions": code(positions.listPositions),
  "POST position-settings/positions": code(positions.addPosition),
  "GET position-settings/list": code(positions.listPositions),
  "POST position-settings/list": code(positions.addPosition),
  "GET position-settings/positions/{positionId}": code(positions.getPosition),
  "PUT position-settings/positions/{positionId}": code(positions.changePosition),
  "DELETE position-settings/positions/{positionId}": code(positions.removePosition),
  "POST position-settings/positions/{positionId}/assign-resumes": code(positions.assign),
  "DELETE position-settings/positions/{positionId}/remove-resume/{resumeId}": code(positions.unassign),
  "POST position-settings/ai/generate": code(positions.generate),
  "POST resume-screening/screening": bare(submitScreening),
  "GET resume-screening/tasks/{taskId}/status": bare(tasks.getTask),
  "GET resume-screening/tasks-history": bare(tasks.listTasks),
  "DELETE resume-screening/tasks/{taskId}": bare(tasks.deleteTask),
  "GET resume-screening/reports/{reportId}/download": bare(data.downloadReport),
  "GET resume-screening/reports/{reportId}/detail": bare(data.getReport),
  "GET resume-screening/data": bare(data.listData),
  "POST resume-screening/data": bare(data.addData),
  "GET resume-screening/resume-data": bare(data.listData),
  "POST resume-screening/groups/create": bare(groups.createGroup),
  "POST resume-screening/groups/add-resume": bare(groups.addToGroup),
  "POST resume-screening/groups/remove-resume": bare(groups.removeFromGroup),
  "POST resume-screening/groups/set-status": bare(groups.setGroupStatus),
  "GET resume-screening/groups/{groupId}": bare(groups.getGroup),
  "GET resume-screening/groups": bare(groups.listGroups),
  "POST resume-screening/link-resume-to-video": bare(videos.linkVideo),
  "POST resume-screening/unlink-resume-from-video": bare(videos.unlinkVideo),
  "GET resume-screening/library": code(library.listLibrary),
  "POST resume-screening/library": code(library.addToLibrary),
  "POST resume-screening/library/batch-delete": code(library.removeManyLibraryItems),
  "POST resume-screening/library/check-hash": code(library.checkHashes),
  "GET resume-screening/library/{resumeId}": code(library.getLibraryItem),
  "PUT resume-screening/library/{resumeId}": code(library.changeLibraryItem),
  "DELETE resume-screening/library/{resumeId}": code(library.removeLibraryItem),
  "POST resume-screening/dev/generate-resumes": code(dev.generateResumes),
  "GET resume-screening/dev/force-screening-error": code(dev.getForcedError),
  "POST resume-screening/dev/force-screening-error": code(dev.forceError),
  "POST resume-screening/dev/reset-test-state": code(dev.resetDevTools),
  "POST video-analysis": bare(videos.uploadVideo),
  "GET video-analysis/list": bare(videos.listVideos),
  "GET video-analysis/{videoId}/status": bare(videos.getVideoStatus),
  "POST video-analysis/{videoId}/update": bare(videos.updateVideo),
  "GET final-recommend/comprehensive-analysis/{resumeId}": marked(recommendations.getAnalysis),
  "POST final-recommend/comprehensive-analysis/{resumeId}": marked(recommendations.analyse),
  "POST final-recommend/interview-evaluation": marked(evaluations.startEvaluation),
  "GET final-recommend/interview-evaluation": marked(evaluations.findEvaluation),
  "DELETE final-recommend/interview-evaluation": marked(evaluations.deleteUnnamedEvaluation),
  "GET final-recommend/interview-evaluation/{taskId}": marked(evaluations.showEvaluation),
  "DELETE final-recommend/interview-evaluation/{taskId}": marked(evaluations.removeEvaluation),
  "GET final-recommend/interview-evaluation/{taskId}/delete": marked(evaluations.showEvaluation),
  "DELETE final-recommend/interview-evaluation/{taskId}/delete": marked(evaluations.removeEvaluation),
  "GET final-recommend/download-report/{path*}": marked(evaluations.downloadEvaluation),
  "POST interview-assist/sessions": marked(interviews.openInterview),
  "GET interview-assist/sessions": marked(interviews.listInterviewsOfResume),
  "DELETE interview-assist/sessions": marked(interviews.deleteUnnamed),
  "GET interview-assist/sessions/{interviewId}": marked(interviews.getSession),
  "DELETE interview-assist/sessions/{interviewId}": marked(interviews.deleteSession),
  "POST interview-assist/sessions/{interviewId}/generate-questions": marked(interviews.generateQuestions),
  "POST interview-assist/sessions/{interviewId}/record-qa": marked(interviews.recordAnswer),
  "POST interview-assist/sessions/{interviewId}/generate-report": marked(interviews.generateReport),
};

/** The later generation under /api: other addresses and names for the same. */
export const nextOperations: Operations = {
  "GET positions": code(positions.listPositions),
  "POST positions": code(positions.addPosition),
  "GET positions/{positionId}": code(positions.getPosition),
  "PUT positions/{positionId}": code(positions.changePosition),
  "DELETE positions/{positionId}": code(positions.removePosition),
  "POST positions/{positionId}/resumes": code(positions.assign),
  "DELETE positions/{positionId}/resumes/{resumeId}": code(positions.unassign),
  "POST positions/ai/generate": code(positions.generate),
  "GET library": code(withItems(library.listLibrary)),
  "POST library": code(library.addToLibrary),
  "GET library/{resumeId}": code(library.getLibraryItem),
  "PUT library/{resumeId}": code(library.changeLibraryItem),
  "DELETE library/{resumeId}": code(library.removeLibraryItem),
  "POST library/batch-delete": code(library.removeManyLibraryItems),
  "POST library/check-hash": code(library.checkHashes),
  "POST screening": code(submitScreening),
  "GET screening/tasks": code(renamed(tasks.listTasks, answers.nextTasks)),
  "DELETE screening/tasks/{taskId}": code(tasks.deleteTask),
  "GET screening/tasks/{taskId}/status": code(renamed(tasks.getTask, answers.nextTask)),
  "GET screening/reports/{reportId}": code(renamed(data.getReport, answers.nextShownReport)),
  "GET screening/reports/{reportId}/download": code(data.downloadReport),
  "GET screening/data": code(data.listData),
  "POST screening/data": code(data.addData),
  "GET screening/groups": code(groups.listGroups),
  "POST screening/groups/create": code(groups.createGroup),
  "GET screening/groups/{groupId}": code(renamed(groups.getGroup, answers.nextShownGroup)),
  "POST screening/groups/add-resume": code(groups.addToGroup),
  "POST screening/groups/remove-resume": code(groups.removeFromGroup),
  "POST screening/groups/set-status": code(groups.setGroupStatus),
  "POST screening/videos/link": code(videos.linkVideo),
  "POST screening/videos/unlink": code(videos.unlinkVideo),
  "POST screening/dev/generate-resumes": code(dev.generateResumes),
  "GET screening/dev/force-error": code(dev.getForcedError),
  "POST screening/dev/force-error": code(dev.forceError),
  "POST screening/dev/reset-state": code(dev.resetDevTools),
  "GET videos": code(renamedVideos(videos.listVideos, answers.nextVideos)),
  "POST videos/upload": code(renamedVideos(videos.uploadVideo, answers.nextUploadedVideo)),
  "GET videos/{videoId}/status": code(renamedVideos(videos.getVideoStatus, answers.nextVideoStatus)),
  "POST videos/{videoId}": code(renamedVideos(videos.updateVideo, answers.nextUpdatedVideo)),
  "PUT videos/{videoId}": code(renamedVideos(videos.updateVideo, answers.nextUpdatedVideo)),
  "GET recommend/stats": code(recommendations.countAnalysed),
  "GET recommend/analysis/{resumeId}": code(recommendations.getAnalysis),
  "POST recommend/analysis/{resumeId}": code(recommendations.analyse),
  "POST interviews/sessions": code(interviews.openInterview),
  "GET interviews/sessions": code(interviews.listInterviewsOfResume),
  "GET interviews/sessions/{interviewId}": code(interviews.getSession),
  "DELETE interviews/sessions/{interviewId}": code(interviews.deleteSession),
  "POST interviews/sessions/{interviewId}/questions": code(interviews.generateQuestions),
  "POST interviews/sessions/{interviewId}/qa": code(interviews.recordAnswer),
  "POST interviews/sessions/{interviewId}/report": code(interviews.generateReport),
};

function mapped(operation: Operation, data: z.ZodType, change: (data: object) => object): Operation {
  const run: Operation["run"] = async (call) => {
    const answer = await operation.run(call);
    return answer instanceof Response || !answer.data ? answer : { ...answer, data: change(answer.data) };
  };
  return { ...operation, data, run };
}

function withItems(operation: Operation) {
  return mapped(operation, answers.nextLibrary, (found) => {
    const { resumes: items, ...rest } = found as { resumes?: unknown };
    return { items, ...rest };
  });
}

/** `scores` and `summary` of a resume, and where reports are fetched, go by other names there. */
function renamed(operation: Operation, data: z.ZodType) {
  return mapped(operation, data, (found) => rename(found) as object);
}

/** A video's `video_id` is its `id` there. */
function renamedVideos(operation: Operation, data: z.ZodType) {
  return mapped(operation, data, (found) => {
    const own = ({ video_id: id, ...video }: Record<string, unknown>) => (id === undefined ? video : { ...video, id });
    const { videos: listed, ...rest } = own(found as Record<string, unknown>) as Record<string, unknown>;
    return Array.isArray(listed) ? { videos: listed.map(own), ...rest } : rest;
  });
}

function rename(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rename);
  if (typeof value !== "object" || value === null) return value;
  const isResume = "scores" in value && "candidate_name" in value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === "position_info") return [key, inner];
      if (key === "video_id" && !("id" in value)) return ["id", inner];
      if (isResume && key === "scores") return ["screening_score", inner];
      if (isResume && key === "summary") return ["screening_summary", inner];
      if (key === "download_url") return [key, String(inner).replace(/^\/resume-screening/, "/api/screening")];
      return [key, rename(inner)];
    }),
  );
}
