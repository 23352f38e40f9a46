import mammoth from "mammoth";
import { UnreadableFileError } from "../../../document";
import { walkZip } from "./walk-zip";

const longestImage = 1_000_000;
const longestHtml = 4_000_000;

/**
 * A Word file as HTML with its tables, lists and pictures, within the limits of reading. Not safe to show before it
 * is sanitised: links and text are the sender's.
 */
export async function docxToHtml(bytes: Uint8Array): Promise<string> {
  await walkZip(bytes, /^$/);
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        convertImage: mammoth.images.imgElement(async (image) => {
          const data = await image.readAsBase64String();
          return { src: data.length > longestImage ? "" : `data:${image.contentType};base64,${data}` };
        }),
      },
    );
    if (value.length <= longestHtml) return value;
    return value.replace(/<img [^>]*>/g, "").slice(0, longestHtml);
  } catch (cause) {
    throw new UnreadableFileError("corrupt", { cause });
  }
}
