import "server-only";
import { readUpload } from "@/lib/api/read-upload";
import { largestFileBytes } from "@/lib/resume/schema";
import { codes, GuideError } from "./answer";

export type SentFile = { fileName: string; declaredType: string; bytes: Uint8Array };

/** Of the whole body, as on the reference. */
const longestBodyBytes = 50 * 1024 * 1024;

/**
 * The part `file` of a form.
 *
 * @throws GuideError 500 for another content type or without that part, 400 for an empty or too large one
 */
export async function readFilePart(request: Request): Promise<SentFile> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(contentType)) throw new GuideError(codes.internal, "请以表单上传文件");
  if (Number(request.headers.get("content-length") ?? 0) > longestBodyBytes) throw tooLarge();
  const { bytes: body } = await readUpload(request, () => longestBodyBytes);
  if (body.length > longestBodyBytes) throw tooLarge();
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } })
    .formData()
    .catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File)) throw new GuideError(codes.internal, "缺少文件");
  if (file.size === 0) throw new GuideError(codes.badRequest, "请选择要上传的简历文件");
  if (file.size > largestFileBytes) throw tooLarge();
  return { fileName: file.name, declaredType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function tooLarge() {
  return new GuideError(codes.badRequest, "文件大小不能超过 10MB");
}
