import "server-only";
import { z } from "zod";
import type { Viewer } from "@/lib/auth/viewer";
import { Hrm2Error } from "./answer";

export type Fields = Record<string, unknown>;
export type Call = {
  viewer: Viewer;
  /** From the path: ids, all of them UUIDs. */
  params: Record<string, string>;
  query: URLSearchParams;
  body: Fields;
  request: Request;
};

/** Fifty resumes of a megabyte of text, as JSON. */
const longestBodyBytes = 100 * 1024 * 1024;

/**
 * The fields of a request, whatever of three forms it has.
 *
 * @throws Hrm2Error for another media type, broken JSON, or a body that is no object
 */
export async function readFields(request: Request): Promise<Fields> {
  if (request.method === "GET" || request.method === "HEAD") return {};
  if (Number(request.headers.get("content-length") ?? 0) > longestBodyBytes)
    throw new Hrm2Error(413, "请求内容太大，请分批提交。");
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type === "multipart/form-data" || type === "application/x-www-form-urlencoded") {
    const form = await request.formData().catch(() => null);
    if (!form) throw new Hrm2Error(400, "表单内容无法读取。");
    return Object.fromEntries(form.entries());
  }
  const text = await request.text();
  if (text.trim() === "") return {};
  if (type !== "application/json") throw new Hrm2Error(415, "不支持这种内容类型，请发送 JSON 或表单。");
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Hrm2Error(400, "JSON 格式有误。");
  }
  if (!isFields(body)) throw new Hrm2Error(400, "请求内容应为一个 JSON 对象。");
  return body;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** From the body, else from the query. An explicit false or 0 counts; what is missing, empty or null does not. */
export function given({ body, query }: Call, name: string): unknown {
  const value = body[name] ?? query.get(name) ?? undefined;
  return value === "" ? undefined : value;
}

/** @throws Hrm2Error when it is missing or longer than its column on the reference */
export function requiredText(call: Call, name: string, longest = Number.POSITIVE_INFINITY): string {
  const value = given(call, name);
  if (typeof value !== "string" || value.trim() === "") throw new Hrm2Error(400, `缺少参数 ${name}。`);
  if (value.length > longest) throw new Hrm2Error(400, `${name} 最多 ${longest} 个字符。`);
  return value;
}

export function optionalText(call: Call, name: string, longest = Number.POSITIVE_INFINITY): string {
  return given(call, name) === undefined ? "" : requiredText(call, name, longest);
}

/** @throws Hrm2Error: for a malformed id `errors` is a sentence, as clients know it */
export function requiredId(call: Call, name: string): string {
  return readId(requiredText(call, name));
}

/** @throws Hrm2Error unless every element is an id: all or nothing */
export function requiredIds(call: Call, name: string): string[] {
  const value = given(call, name);
  if (!Array.isArray(value) || value.length === 0) throw new Hrm2Error(400, `${name} 应为非空数组。`);
  return value.map(readId);
}

function readId(value: unknown): string {
  const id = z.uuid().safeParse(typeof value === "string" ? value.toLowerCase() : value);
  if (!id.success)
    throw new Hrm2Error(400, "参数有误。", { errors: `“${String(value).slice(0, 100)}”不是合法的 UUID。` });
  return id.data;
}

/** Only the word `true` is true. */
export function isTrue(query: URLSearchParams, name: string, preset = false): boolean {
  const value = query.get(name);
  return value === null ? preset : value.toLowerCase() === "true";
}

export type Page = { page: number; page_size: number };

/** @throws Hrm2Error for what is no number, a page below 1 or a negative size */
export function readPage(query: URLSearchParams, { size, most }: { size: number; most: number }): Page {
  const read = (name: string, preset: number, least: number) => {
    const text = query.get(name);
    if (text === null || text === "") return preset;
    const value = Number(text);
    if (!Number.isInteger(value) || value < least) throw new Hrm2Error(400, `${name} 应为不小于 ${least} 的整数。`);
    return value;
  };
  return { page: read("page", 1, 1), page_size: Math.min(read("page_size", size, 0), most) };
}

/** For Prisma; a page of nothing asks for nothing. */
export function window({ page, page_size }: Page) {
  return { skip: Math.min((page - 1) * page_size, 2_000_000_000), take: page_size };
}

/** ISO 8601 in UTC with microseconds and an offset, as the reference writes it. */
export function isoTime(time: Date): string {
  return time.toISOString().replace("Z", "000+00:00");
}
