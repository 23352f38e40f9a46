import { walkZip } from "../text/docx/walk-zip";
import { isPhotoShaped, type Photo } from "./photo";

/** English metric units in a point. */
const emuPerPoint = 12_700;
const smallestBytes = 1_500;
const largestBytes = 4_000_000;

/** The first picture of a photo's shape and size in a Word file's body or header. */
export async function findDocxPhoto(bytes: Uint8Array): Promise<Photo | null> {
  const parts = await walkZip(
    bytes,
    /^word\/(?:(?:document|header\d*)\.xml|_rels\/(?:document|header\d*)\.xml\.rels|media\/[^/]+\.(?:png|jpe?g))$/i,
  );
  for (const [name, part] of parts) {
    if (!/^word\/(?:document|header\d*)\.xml$/.test(name)) continue;
    const targets = targetsOf(parts.get(name.replace(/^word\//, "word/_rels/").concat(".rels")));
    for (const id of photoShapedPictures(part.toString("utf8"))) {
      const media = parts.get(`word/${targets.get(id) ?? ""}`);
      const mediaType = media && mediaTypeOf(media);
      if (media && mediaType && media.length >= smallestBytes && media.length <= largestBytes)
        return { mediaType, bytes: media };
    }
  }
  return null;
}

function targetsOf(relations: Buffer | undefined): Map<string, string> {
  const found = [...(relations?.toString("utf8") ?? "").matchAll(/<Relationship\s[^>]*>/g)];
  return new Map(
    found.map(([tag]) => [
      /\sId="([^"]*)"/.exec(tag)?.[1] ?? "",
      (/\sTarget="([^"]*)"/.exec(tag)?.[1] ?? "").replace(/^\/word\//, ""),
    ]),
  );
}

/** Relation ids of pictures, in the order of the document. */
function photoShapedPictures(xml: string): string[] {
  return [...xml.matchAll(/<wp:(inline|anchor)\b[\s\S]*?<\/wp:\1>/g)].flatMap(([drawing]) => {
    const extent = /<wp:extent\s[^>]*?cx="(\d+)"[^>]*?cy="(\d+)"/.exec(drawing);
    const id = /<a:blip\s[^>]*?r:embed="([^"]+)"/.exec(drawing)?.[1];
    const [width, height] = [Number(extent?.[1]) / emuPerPoint, Number(extent?.[2]) / emuPerPoint];
    return id && isPhotoShaped({ width, height }) ? [id] : [];
  });
}

/** By content: a name may lie. */
function mediaTypeOf(bytes: Buffer): Photo["mediaType"] | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "image/jpeg";
  return bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])) ? "image/png" : null;
}
