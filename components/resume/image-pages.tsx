"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, useRef } from "react";
import { PageMarks, pointOn, useMarkInView } from "@/components/resume/page-marks";
import type { DocumentPage, TextBox } from "@/lib/resume/document";
import { findBoxes, findOffset, type PageRect } from "@/lib/resume/find-boxes";
import type { ImageKind } from "@/lib/resume/kinds";
import type { TextSpan } from "@/lib/resume/profile";

type ImagePagesProps = {
  resumeId: string;
  fileAddress: string;
  fileKind: ImageKind;
  pages: readonly DocumentPage[];
  boxes: readonly TextBox[];
  marked: readonly TextSpan[];
  hits: readonly TextSpan[];
  onChoose?: (offset: number) => void;
};

const a4: DocumentPage = { width: 595, height: 842 };

/** The pages of an image, stood upright. */
export default function ImagePages({
  resumeId,
  fileAddress,
  fileKind,
  pages,
  boxes,
  marked,
  hits,
  onChoose,
}: ImagePagesProps) {
  const rects = marked.flatMap((span) => findBoxes(boxes, span));
  const hitRects = hits.flatMap((span) => findBoxes(boxes, span));
  const target = rects[0]?.page;
  const isShownByBrowsers = fileKind === "png" || fileKind === "jpg";
  // A file that could not be read still shows its first page.
  const shown = pages.length > 0 ? pages : [a4];
  return (
    <div className="flex flex-col items-center gap-4 p-4">
      {shown.map((page, index) => (
        <ImagePage
          address={isShownByBrowsers ? fileAddress : `/api/v1/resumes/${resumeId}/pages/${index}`}
          hits={hitRects.filter((rect) => rect.page === index)}
          index={index}
          isTarget={index === target}
          key={index}
          onPoint={(point) => {
            const offset = findOffset(boxes, { page: index, ...point });
            if (offset !== null) onChoose?.(offset);
          }}
          page={pages.length > 0 ? page : null}
          rects={rects.filter((rect) => rect.page === index)}
        />
      ))}
    </div>
  );
}

type ImagePageProps = {
  address: string;
  index: number;
  /** Null while its size is not known. */
  page: DocumentPage | null;
  rects: readonly PageRect[];
  hits: readonly PageRect[];
  isTarget: boolean;
  onPoint: (point: { x: number; y: number }) => void;
};

function ImagePage({ address, index, page, rects, hits, isTarget, onPoint }: ImagePageProps) {
  const t = useTranslations("resume");
  const frame = useRef<HTMLDivElement>(null);
  useMarkInView(frame, isTarget, rects);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a way from the page to its field for pointers; keys go along the fields
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      onClick={(event) => page && onPoint(pointOn(event.currentTarget, event, page))}
      className="relative w-full max-w-[860px] overflow-hidden border border-line bg-white shadow-sm"
      ref={frame}
      style={page ? { aspectRatio: `${page.width} / ${page.height}` } : undefined}
    >
      <img
        alt={t("page", { page: index + 1 })}
        className={page ? "absolute max-w-none" : "block w-full"}
        loading="lazy"
        src={address}
        style={page ? upright(page) : undefined}
      />
      {page && <PageMarks hits={hits} rects={rects} size={page} />}
    </div>
  );
}

/** The picture as it lies, turned about the middle of the upright page. */
function upright({ width, height, ocr }: DocumentPage): CSSProperties {
  const turn = ocr?.turn ?? 0;
  const isTurned = turn === 90 || turn === 270;
  return {
    left: "50%",
    top: "50%",
    width: isTurned ? `${(height / width) * 100}%` : "100%",
    height: isTurned ? `${(width / height) * 100}%` : "100%",
    transform: `translate(-50%, -50%) rotate(${turn}deg)`,
  };
}
