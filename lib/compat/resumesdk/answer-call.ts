import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { fetchPublicFile } from "@/lib/http/fetch-public-file";
import { FetchRefusedError } from "@/lib/http/open-public";
import { log } from "@/lib/log";
import {
  type AccountUsage,
  countCall,
  findAccountByAppCode,
  findAccountByPassword,
} from "@/lib/parse-account/use-parse-account";
import { QueueFullError } from "@/lib/process-pool";
import { parseAtOnce } from "@/lib/resume/parse-at-once";
import { servicePool } from "@/lib/resume/parse-pool";
import { type ResumeSdkResult, resumeSdkResult } from "./fields";
import { longestContent, type ParseCall, parseCall, readCall } from "./read-call";
import { ParseCallError, statusCode, statusMessages, statusOf } from "./status";
import { toResumeSdk } from "./to-resumesdk";

/** Who may call: an account by uid and pwd, an account by its app code, or anybody (a server of one's own). */
export type Access = "password" | "app_code" | "open";

/** Only the address that signs in with a uid names the account; there is a result where the code is 200. */
export const parseAnswer = z.object({
  status: z.object({ code: statusCode, message: z.string() }),
  account: z.object({ uid: z.int(), usage_limit: z.int(), usage_remaining: z.int() }).optional(),
  result: resumeSdkResult.optional(),
});
type Answer = z.input<typeof parseAnswer>;

/** An address of the service, with the shapes it takes and gives. */
export function parseRoute(access: Access) {
  const answer = (request: Request) => answerCall(request, access);
  return Object.assign(answer, { shapes: { body: parseCall, answer: parseAnswer } });
}

/** Base64 of the largest file, and room for the rest of the body. */
const longestBody = longestContent * 1.1 + 64 * 1024;

/**
 * One call of the ResumeSDK service, from request to answer. Always HTTP 200 with the reference's code in the body,
 * because its clients look at nothing else; a call counts when it succeeds.
 */
async function answerCall(request: Request, access: Access): Promise<Response> {
  let account: AccountUsage | null = null;
  try {
    const body = await readBody(request);
    account = access === "open" ? null : await signIn(request, body, access);
    if (account && account.usageCount >= account.usageLimit) throw new ParseCallError(251);
    const call = readCall(body);
    const result = await parse(call, await bytesOf(call));
    const usageCount = account && (await countCall(account));
    if (account && usageCount === null) throw new ParseCallError(251);
    if (account && usageCount !== null) account = { ...account, usageCount };
    return send({ status: { code: 200, message: statusMessages[200] }, account: accountOf(account, access), result });
  } catch (error) {
    const known = error instanceof ParseCallError ? error : new ParseCallError(240);
    if (!(error instanceof ParseCallError)) log.error({ err: error }, "A ResumeSDK call failed");
    return send({ status: { code: known.code, message: known.message }, account: accountOf(account, access) });
  }
}

function send(answer: Answer): Response {
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
}

function accountOf(account: AccountUsage | null, access: Access): Answer["account"] {
  if (!account || access !== "password") return undefined;
  const { uid, usageLimit, usageCount } = account;
  return { uid, usage_limit: usageLimit, usage_remaining: Math.max(0, usageLimit - usageCount) };
}

/** JSON whatever the content type says. */
async function readBody(request: Request): Promise<Record<string, unknown>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > longestBody) throw new ParseCallError(262);
    chunks.push(chunk);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch {
    // Said below, as for a body that is JSON and no object.
  }
  throw new ParseCallError(267);
}

/** uid and pwd from the body or, for newer clients, from the headers; the body wins. */
async function signIn(request: Request, body: Record<string, unknown>, access: Access): Promise<AccountUsage> {
  const account = access === "app_code" ? await byAppCode(request) : await byPassword(request, body);
  if (!account) throw new ParseCallError(250, access === "app_code" ? "The APPCODE is wrong or missing" : undefined);
  return account;
}

async function byAppCode(request: Request) {
  const code = /^APPCODE\s+(\S{8,200})$/i.exec(request.headers.get("authorization")?.trim() ?? "")?.[1];
  return code ? findAccountByAppCode(code) : null;
}

async function byPassword(request: Request, body: Record<string, unknown>) {
  const uid = Number(body.uid ?? request.headers.get("uid") ?? Number.NaN);
  const password = body.pwd ?? request.headers.get("pwd");
  const isWhole = Number.isInteger(uid) && uid > 0 && uid < 2 ** 31;
  return isWhole && typeof password === "string" ? findAccountByPassword(uid, password) : null;
}

async function bytesOf({ content }: ParseCall): Promise<Uint8Array> {
  if ("base64" in content) {
    const bytes = Buffer.from(content.base64, "base64");
    if (bytes.length === 0) throw new ParseCallError(261);
    return bytes;
  }
  try {
    const { bytes } = await fetchPublicFile({
      url: content.url,
      maxBytes: Math.floor((longestContent / 4) * 3),
      allowedHosts: env().FETCH_ALLOWED_HOSTS,
    });
    if (bytes.length === 0) throw new ParseCallError(261);
    return bytes;
  } catch (error) {
    if (!(error instanceof FetchRefusedError)) throw error;
    if (error.reason === "too_large") throw new ParseCallError(262);
    throw new ParseCallError(241, "file_url could not be fetched");
  }
}

async function parse(call: ParseCall, bytes: Uint8Array): Promise<ResumeSdkResult> {
  const { fileName, version, needsSocialExperience } = call;
  const parsedAt = new Date();
  const asOf = parsedAt.toISOString().slice(0, 10);
  const parsed = await parseAtOnce({ bytes, fileName, asOf }).catch((error: unknown) => {
    if (error instanceof QueueFullError)
      throw new ParseCallError(240, "The service is busy; try again in a few seconds");
    throw error;
  });
  if (!parsed.ok) {
    const { code, message } = statusOf(parsed.reason);
    throw new ParseCallError(code, message);
  }
  const avatar = call.needsAvatar ? await avatarOf(bytes, fileName) : null;
  return toResumeSdk({ ...parsed, fileName, parsedAt, version, avatar, withSocialExperience: needsSocialExperience });
}

/** A resume is worth its answer without its photo. */
async function avatarOf(bytes: Uint8Array, fileName: string): Promise<string | null> {
  const found = await servicePool()
    .findPhoto({ bytes, fileName })
    .catch(() => null);
  if (!found?.ok || !found.photo) return null;
  return `data:${found.photo.mediaType};base64,${Buffer.from(found.photo.bytes).toString("base64")}`;
}
