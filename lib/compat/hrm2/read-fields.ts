import "server-only";
import type { z } from "zod";
import { parseJson, storable } from "@/lib/http/storable";
import { Hrm2Error } from "./answer";

export type Fields = Record<string, unknown>;

/** Fifty resumes of a megabyte of text, as JSON. */
const longestBodyBytes = 100 * 1024 * 1024;

/**
 * The fields of a request's body, whatever of three forms it has.
 *
 * @throws Hrm2Error for another media type, broken JSON, or a body that is no object
 */
export async function readBody(request: Request): Promise<Fields> {
  if (request.method === "GET" || request.method === "HEAD") return {};
  if (Number(request.headers.get("content-length") ?? 0) > longestBodyBytes)
    throw new Hrm2Error(413, "请求内容太大，请分批提交。");
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type === "multipart/form-data" || type === "application/x-www-form-urlencoded") {
    const form = await request.formData().catch(() => null);
    if (!form) throw new Hrm2Error(400, "表单内容无法读取。");
    return filled(form);
  }
  const text = await request.text();
  if (text.trim() === "") return {};
  if (type !== "application/json") throw new Hrm2Error(415, "不支持这种内容类型，请发送 JSON 或表单。");
  let body: unknown;
  try {
    body = parseJson(text);
  } catch {
    throw new Hrm2Error(400, "JSON 格式有误。");
  }
  if (!isFields(body)) throw new Hrm2Error(400, "请求内容应为一个 JSON 对象。");
  return body;
}

/** Of the body, and of the query what an operation knows and the body does not say. */
export function withQuery(body: Fields, query: URLSearchParams, shape: z.ZodObject): Fields {
  const asked = filled([...query].filter(([name]) => name in shape.shape));
  const said = Object.entries(body).filter(
    ([name, value]) => value !== undefined && !(value === null && name in asked),
  );
  return { ...asked, ...Object.fromEntries(said) };
}

/** A field of a form that was left empty is not given. */
export function filled(entries: Iterable<readonly [string, unknown]>): Fields {
  const given = [...entries].map(([name, value]) => [name, typeof value === "string" ? storable(value) : value]);
  return Object.fromEntries(given.filter(([, value]) => value !== ""));
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
