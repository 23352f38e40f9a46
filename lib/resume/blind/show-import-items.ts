import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { ImportItem } from "@/lib/resume/schema";
import { blindName, findBlindings } from "./blindings";

/** An import's lines as their sender may see them now: a file of somebody who is hidden since goes by a number. */
export async function showImportItems(viewer: Viewer, items: ImportItem[]): Promise<ImportItem[]> {
  const ids = items.flatMap(({ resumeId, duplicateOf }) => [resumeId, duplicateOf?.id ?? null]);
  const blindings = await findBlindings(
    viewer,
    ids.flatMap((id) => id ?? []),
  );
  const nameOf = (id: string | null | undefined) => {
    const blinding = id ? blindings.get(id) : undefined;
    return blinding && blindName(blinding);
  };
  return items.map((item) => {
    const own = nameOf(item.resumeId);
    const earlier = nameOf(item.duplicateOf?.id);
    return {
      ...item,
      ...(own && { fileName: own, candidateName: own }),
      duplicateOf:
        item.duplicateOf && earlier
          ? { ...item.duplicateOf, fileName: earlier, candidateName: earlier }
          : item.duplicateOf,
    };
  });
}
