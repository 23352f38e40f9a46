import "server-only";
import { translator } from "@/lib/i18n/translator";
import { QueueFullError } from "@/lib/process-pool";
import { type FileKind, UnreadableFileError, type UnreadableReason } from "@/lib/resume/document";
import { findScannedPages } from "@/lib/resume/ocr/scanned-pages";
import { servicePool } from "@/lib/resume/parse-pool";
import { detectFileKind } from "@/lib/resume/parsing/detect-file-kind";
import { codes, GuideError } from "./answer";

const allowed: FileKind[] = ["pdf", "doc", "docx", "txt", "md"];

type Checked = { bytes: Uint8Array; fileName: string };

/** @throws GuideError 400 for what is none of the kinds the clients offer, whatever it calls itself */
export function checkKind({ bytes, fileName }: Checked) {
  try {
    if (allowed.includes(detectFileKind(bytes, fileName))) return;
  } catch (cause) {
    if (!(cause instanceof UnreadableFileError)) throw cause;
    if (cause.reason === "encrypted") throw unreadable(cause.reason);
  }
  throw new GuideError(codes.badRequest, "不支持的文件类型，请上传 PDF、DOC、DOCX、TXT 或 Markdown 文件");
}

/**
 * Whether there is text in the file, before anything is stored. A scan passes: its pages are read afterwards.
 *
 * @throws GuideError 2002 without text, 500 for a file that cannot be read
 */
export async function checkText({ bytes, fileName }: Checked) {
  const asOf = new Date().toISOString().slice(0, 10);
  const parsed = await servicePool()
    .parse({ bytes, fileName, asOf })
    .catch((cause: unknown) => {
      if (cause instanceof QueueFullError) throw new GuideError(codes.internal, "系统繁忙，请稍后重试");
      throw cause;
    });
  if (findScannedPages(parsed).length > 0) return;
  if (!parsed.ok) throw unreadable(parsed.reason);
  if (parsed.document.text.trim() === "") throw unreadable("no_text");
}

function unreadable(reason: UnreadableReason) {
  if (reason === "no_text") return new GuideError(codes.noText, "无法从文件中提取文本内容");
  return new GuideError(codes.internal, `文件解析失败：${translator("zh")(`unreadable.${reason}`)}`);
}
