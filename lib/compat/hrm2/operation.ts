import "server-only";
import { z } from "zod";
import type { Permission } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Answer, Hrm2Error } from "./answer";
import type { Fields } from "./read-fields";

export type Call<Shape extends z.ZodType = z.ZodType> = {
  viewer: Viewer;
  /** From the path: ids, all of them UUIDs. */
  params: Record<string, string>;
  /** As the operation's shape reads them. */
  fields: z.output<Shape>;
  /** As they came. */
  sent: Fields;
  request: Request;
};

type Shapes<In extends z.ZodObject, Out extends z.ZodType> = {
  permission: Permission;
  /** From the body, else from the query. */
  fields?: In;
  /** What stands in `data`; missing where nothing or a file is answered. */
  data?: Out;
  /** Where an answer says which fields are wrong; `errors` unless it is told otherwise. */
  wrongIn?: "errors" | "details";
  /** Reads the form with its file itself, as it comes. */
  isUpload?: true;
  /** Answers with a file. */
  isFile?: true;
  /** Exists where developers have asked for it only. */
  isForDevelopers?: true;
};

export type Operation = Omit<Shapes<z.ZodObject, z.ZodType>, "fields"> & {
  fields: z.ZodObject;
  run: (call: Call) => Promise<Answer>;
};

/** One of HRM2's operations: the adapter signs in, checks the permission and reads the fields before it runs. */
export function operation<
  In extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Out extends z.ZodType = z.ZodNull,
>({ fields, ...shapes }: Shapes<In, Out>, run: (call: Call<In>) => Promise<Answer<z.input<Out>>>): Operation {
  return { ...shapes, fields: fields ?? z.object({}), run: run as Operation["run"] };
}

/** @throws Hrm2Error 400 naming the fields that are missing, too long or of another type */
export function parseFields<Shape extends z.ZodType>(
  shape: Shape,
  sent: Fields,
  wrongIn: Shapes<z.ZodObject, z.ZodType>["wrongIn"] = "errors",
): z.output<Shape> {
  const read = shape.safeParse(sent, { error: sentence });
  if (read.success) return read.data;
  const [first] = read.error.issues;
  if (first?.code === "invalid_format" && first.format === "uuid")
    throw new Hrm2Error(400, "参数有误。", { errors: first.message });
  const fields: Record<string, unknown> = {};
  for (const { path, message } of read.error.issues) {
    const [name = "", place, ...inner] = path;
    // An element that is wrong as a whole is named by its place.
    const isElement = typeof place === "number" && inner.length === 0;
    fields[String(name)] ??= isElement ? { [place]: [message] } : [message];
  }
  const message = wrongIn === "details" ? "提交的内容不完整。" : (first?.message ?? "参数有误。");
  throw new Hrm2Error(400, message, { [wrongIn]: fields });
}

function sentence(issue: z.core.$ZodRawIssue): string {
  const name = (issue.path ?? []).join(".");
  const { input } = issue;
  if (input === undefined || input === null || (typeof input === "string" && input.trim() === ""))
    return `缺少参数 ${name}。`;
  if (issue.code === "invalid_format" && issue.format === "uuid")
    return `“${String(input).slice(0, 100)}”不是合法的 UUID。`;
  if (issue.code === "too_big" && issue.origin === "string") return `${name} 最多 ${issue.maximum} 个字符。`;
  if (issue.code === "too_small" && issue.origin === "array") return `${name} 应为非空数组。`;
  return `${name} 格式不正确。`;
}

export const id = z.uuid().toLowerCase();
export const ids = z.array(id).min(1);

/** Of at least one letter. */
export function words(longest = Number.POSITIVE_INFINITY) {
  const shape = z.string().regex(/\S/);
  return Number.isFinite(longest) ? shape.max(longest) : shape;
}

/** Empty where nothing is said. */
export function optionalWords(longest: number) {
  return z
    .string()
    .max(longest)
    .nullish()
    .transform((value) => value ?? "");
}

/** In a form and in an address only the word `true` is true. */
export function flag(preset: boolean) {
  return z
    .union([z.boolean(), z.string(), z.number()])
    .nullish()
    .transform((value) => {
      if (value === undefined || value === null || value === "") return preset;
      return typeof value === "string" ? value.toLowerCase() === "true" : Boolean(value);
    });
}

/** A number to a form's taste: what is none counts as the preset, what lies outside as the nearest. */
export function whole(preset: number, { least, most }: { least: number; most: number }) {
  return z
    .union([z.number(), z.string()])
    .nullish()
    .transform((value) => {
      const number = value === "" || value === undefined || value === null ? Number.NaN : Number(value);
      return Number.isInteger(number) ? Math.min(most, Math.max(least, number)) : preset;
    });
}

/** `page` from 1 and `page_size` from 0, which ends at `most`. */
export function pageFields({ size, most }: { size: number; most: number }) {
  const from = (name: string, least: number) =>
    z.coerce.number().int().min(least, `${name} 应为不小于 ${least} 的整数。`);
  return {
    page: from("page", 1).default(1),
    page_size: from("page_size", 0)
      .transform((value) => Math.min(value, most))
      .default(size),
  };
}

/** For Prisma; a page of nothing asks for nothing. */
export function window({ page, page_size }: { page: number; page_size: number }) {
  return { skip: Math.min((page - 1) * page_size, 2_000_000_000), take: page_size };
}
