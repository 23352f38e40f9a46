import "server-only";
import { outline, toAppError } from "@/lib/api/error-response";
import { refuseForeignOrigin } from "@/lib/api/route";
import { recordRefusal } from "@/lib/audit/record-refusal";
import { findViewer } from "@/lib/auth/find-viewer";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { inRequest } from "@/lib/database/viewing";
import { AppError } from "@/lib/errors";
import { allowOrigin, preflight } from "@/lib/http/cross-origin";
import { translator } from "@/lib/i18n/translator";
import { log } from "@/lib/log";
import { type Code, codes, fail, GuideError, resumeNotFound, succeed } from "./answer";
import { exportPdf } from "./export-pdf";
import { listResumes } from "./list-resumes";
import type { Operation } from "./operation";
import { getDetail, getStatistics, reanalyze, removeResume } from "./resumes";
import { getStoredFile } from "./stored-file";
import { upload } from "./upload";

/** By method and what follows /api/resumes; `#` is an integer, `*` the rest. */
export const operations: Record<string, Operation> = {
  "GET ": listResumes,
  "POST upload": upload,
  "GET statistics": getStatistics,
  "GET #/detail": getDetail,
  "POST #/reanalyze": reanalyze,
  "DELETE #": removeResume,
  "GET #/export": exportPdf,
  "GET resumes/*": getStoredFile,
};

/** Says that the service is there, to anybody. */
const health = { status: "UP", service: "AI Interview Platform - Resume Service" };
const maxAgeSeconds = 3600;

/** The one way in for interview-guide's clients. */
async function answer(request: Request): Promise<Response> {
  let viewer: Viewer | null = null;
  try {
    const path = new URL(request.url).pathname.split("/").filter(Boolean).slice(2);
    if (request.method === "GET" && path.join("/") === "health") return succeed({ data: health });
    viewer = await findViewer();
    if (!viewer) throw new AppError("unauthorized", "unauthorized");
    refuseForeignOrigin(request);
    const { run, permission, number } = findOperation(request.method, path);
    assertCan(viewer, permission);
    const result = await run({ viewer, request, number, path });
    return result instanceof Response ? result : succeed(result);
  } catch (error) {
    await recordRefusal({ error, viewer, request });
    return toFailure(error);
  }
}

/** @throws GuideError 500, as the reference answers whatever it does not know */
function findOperation(method: string, path: string[]) {
  const [first = "", ...rest] = path;
  const isNumber = /^\d{1,18}$/.test(first);
  const pattern = isNumber ? ["#", ...rest].join("/") : path.join("/");
  const found =
    operations[`${method} ${pattern}`] ?? (first === "resumes" ? operations[`${method} resumes/*`] : undefined);
  if (!found) throw new GuideError(codes.internal, "系统繁忙，请稍后重试");
  return { ...found, number: isNumber ? Number(first) : 0 };
}

const longestMessage = 500;

/** In Chinese, which is what the clients show. */
function toFailure(error: unknown): Response {
  if (error instanceof GuideError) {
    if (error.cause) log.error({ code: error.code, cause: outline(error.cause) }, "request failed");
    return fail(error);
  }
  const known = toAppError(error);
  if (known.code === "not_found") return fail(resumeNotFound());
  if (known.code === "internal") log.error({ code: known.code, cause: outline(known.cause) }, "request failed");
  const message = say(known).slice(0, longestMessage);
  const { retryAfterSeconds } = known;
  const { code, status } = outcomes[known.code] ?? { code: codes.internal, status: 200 };
  return fail({ code, status, message, ...(retryAfterSeconds && { retryAfterSeconds }) });
}

/** Who may not come in is told by the status too: that is what a proxy and a browser act on. */
const outcomes: Partial<Record<AppError["code"], { code: Code; status: number }>> = {
  unauthorized: { code: codes.unauthorized, status: 401 },
  forbidden: { code: codes.forbidden, status: 403 },
  rate_limited: { code: codes.tooMany, status: 429 },
  bad_request: { code: codes.badRequest, status: 200 },
};

function say({ message, values }: AppError): string {
  const t = translator("zh");
  // The name of a sentence under `errors`; AppError cannot say which.
  return t(`errors.${message as "internal"}`, values);
}

const handle = async (request: Request) => allowOrigin(request, await inRequest(() => answer(request)));

export const guideHandlers = {
  ...{ GET: handle, POST: handle, PUT: handle, PATCH: handle, DELETE: handle },
  OPTIONS: async (request: Request) => preflight(request, { maxAgeSeconds }),
};
