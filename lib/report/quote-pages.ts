import "server-only";
import { scopedDb } from "@/lib/db";
import { resumeDocument } from "@/lib/resume/document";
import type { TextSpan } from "@/lib/resume/profile";

/** The page a quote stands on, from 1; null where a file has no pages, or one only. */
export type PageOf = (quote: TextSpan) => number | null;

const storedPages = resumeDocument.pick({ pages: true, boxes: true });

export async function loadPages({ organisationId, resumeId }: { organisationId: string; resumeId: string }) {
  const content = await scopedDb(organisationId).resumeContent.findUnique({
    where: { resumeId },
    select: { layout: true },
  });
  if (!content) return () => null;
  const { pages, boxes } = storedPages.parse(content.layout);
  if (pages.length < 2) return () => null;
  return ({ start, end }: TextSpan) => {
    const box = boxes.find(([from, to]) => from < end && to > start);
    return box ? box[2] + 1 : null;
  };
}
