import { z } from "zod";
import { ParseCallError } from "./status";

/** Characters of base64: 10 MB for files, 8 MB for images. */
export const longestContent = 10 * 1024 * 1024;
export const longestImage = 8 * 1024 * 1024;

/** Extensions that are taken; the content decides what a file is. */
const documents = ["pdf", "docx", "doc", "txt", "md", "html", "htm"];
const images = ["jpg", "jpeg", "png", "bmp", "tif", "tiff", "gif"];

const flag = z.union([z.literal([0, 1]), z.enum(["0", "1"]).transform(Number)]).optional();
/** Of the body; uid and pwd may stand in the headers instead. */
export const parseCall = z.object({
  uid: z.union([z.int(), z.string()]).optional(),
  pwd: z.string().optional(),
  file_name: z.string().max(4096).nullish(),
  file_cont: z.string().nullish(),
  file_url: z.string().max(8192).nullish(),
  need_avatar: flag,
  need_social_exp: flag,
  ocr_type: flag,
  version: flag,
});

export type ParseCall = {
  fileName: string;
  content: { base64: string } | { url: string };
  isImage: boolean;
  needsAvatar: boolean;
  needsSocialExperience: boolean;
  version: 0 | 1;
};

/**
 * What a client asks for. Checked in the order of the status codes: parameters (260), extension missing (266), not
 * supported (263), empty (261), not base64 (264), too long (262, 265).
 *
 * @throws ParseCallError
 */
export function readCall(body: object): ParseCall {
  const read = parseCall.omit({ uid: true, pwd: true }).safeParse(body);
  if (!read.success) {
    const names = [...new Set(read.error.issues.map(({ path }) => String(path[0])))].join(", ");
    throw new ParseCallError(260, `Wrong parameter: ${names}`);
  }
  const { file_name: name, file_cont: cont, file_url: url } = read.data;
  const hasContent = typeof cont === "string";
  if (hasContent === (typeof url === "string" && url !== ""))
    throw new ParseCallError(
      260,
      hasContent ? "Give file_cont or file_url, not both" : "file_cont or file_url is needed",
    );
  const fileName = baseName(name ?? "") || nameOfUrl(url ?? "");
  if (!fileName && hasContent) throw new ParseCallError(260, "file_name is needed");
  const extension = extensionOf(fileName) ?? extensionOf(nameOfUrl(url ?? ""));
  if (!extension) throw new ParseCallError(266);
  const isImage = images.includes(extension);
  if (!isImage && !documents.includes(extension)) throw new ParseCallError(263);
  return {
    fileName,
    content: hasContent ? { base64: checkBase64(cont, isImage) } : { url: url ?? "" },
    isImage,
    needsAvatar: read.data.need_avatar === 1,
    needsSocialExperience: read.data.need_social_exp === 1,
    version: read.data.version === 1 ? 1 : 0,
  };
}

/** Clients send whole paths; only the last part is a name. */
function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1)?.trim() ?? "";
}

function nameOfUrl(url: string): string {
  if (!URL.canParse(url)) return "";
  const last = baseName(new URL(url).pathname);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function extensionOf(name: string): string | undefined {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
}

function checkBase64(content: string, isImage: boolean): string {
  const plain = content.replace(/^data:[^,]{0,100};base64,/, "").replace(/\s/g, "");
  if (plain === "") throw new ParseCallError(261);
  // Looked through for what does not belong there: matching all of ten megabytes keeps a place to go back to for each.
  const digits = plain.endsWith("==") ? plain.length - 2 : plain.endsWith("=") ? plain.length - 1 : plain.length;
  const odd = /[^A-Za-z0-9+/_-]/.exec(plain);
  if ((odd && odd.index < digits) || digits === 0 || digits % 4 === 1) throw new ParseCallError(264);
  if (isImage && plain.length > longestImage) throw new ParseCallError(265);
  if (plain.length > longestContent) throw new ParseCallError(262);
  return plain;
}
