"use client";

import { useTranslations } from "next-intl";
import {
  GlobalWorkerOptions,
  getDocument,
  PasswordException,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from "pdfjs-dist";
import { type ReactNode, useEffect, useState } from "react";
import { PdfPage } from "@/components/resume/pdf-page";
import { Problem, SkeletonRows } from "@/components/ui/notices";
import type { DocumentPage, TextBox } from "@/lib/resume/document";
import { findBoxes, findOffset } from "@/lib/resume/find-boxes";
import type { TextSpan } from "@/lib/resume/profile";

GlobalWorkerOptions.workerSrc = "/pdfjs/pdf.worker.min.mjs";

const parts = {
  cMapUrl: "/pdfjs/cmaps/",
  cMapPacked: true,
  standardFontDataUrl: "/pdfjs/standard_fonts/",
  wasmUrl: "/pdfjs/wasm/",
  disableRange: true,
};

type PdfPagesProps = {
  /** An address, or the bytes of a file that is not stored. */
  source: string | Blob;
  /** As they were read; none for a file that was not. */
  pages: readonly DocumentPage[];
  boxes: readonly TextBox[];
  marked: readonly TextSpan[];
  hits: readonly TextSpan[];
  /** Stands in for the pages of a PDF with a password, which we do not keep. */
  lockedView: ReactNode;
  onChoose?: (offset: number) => void;
};

/** The pages of a PDF, drawn in the browser as they come into view. */
export default function PdfPages({ source, pages, boxes, marked, hits, lockedView, onChoose }: PdfPagesProps) {
  const t = useTranslations("resume");
  const common = useTranslations("common");
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failure, setFailure] = useState<"locked" | "broken" | null>(null);

  useEffect(() => {
    let isCurrent = true;
    let task: PDFDocumentLoadingTask | null = null;
    const open = async () => {
      const from = typeof source === "string" ? { url: source } : { data: await source.arrayBuffer() };
      if (!isCurrent) return;
      task = getDocument({ ...from, ...parts });
      task.promise.then(
        (opened) => isCurrent && setPdf(opened),
        (error) => isCurrent && setFailure(error instanceof PasswordException ? "locked" : "broken"),
      );
    };
    void open();
    return () => {
      isCurrent = false;
      void task?.destroy();
    };
  }, [source]);

  if (failure) {
    return (
      <>
        <div className="p-4">
          {failure === "locked" ? (
            <p className="text-ink-soft text-sm">{t("pdf_locked")}</p>
          ) : (
            <Problem>{t("pdf_failed")}</Problem>
          )}
        </div>
        {failure === "locked" && lockedView}
      </>
    );
  }
  if (!pdf) return <SkeletonRows label={common("loading")} />;
  const rects = marked.flatMap((span) => findBoxes(boxes, span));
  const hitRects = hits.flatMap((span) => findBoxes(boxes, span));
  const target = rects[0]?.page;
  return (
    <div className="flex flex-col items-center gap-4 p-4">
      {Array.from({ length: pdf.numPages }, (_, index) => (
        <PdfPage
          hits={hitRects.filter(({ page }) => page === index)}
          index={index}
          isTarget={index === target}
          key={index}
          onPoint={(point) => {
            const offset = findOffset(boxes, { page: index, ...point });
            if (offset !== null) onChoose?.(offset);
          }}
          pdf={pdf}
          rects={rects.filter(({ page }) => page === index)}
          turn={pages[index]?.ocr?.turn ?? 0}
        />
      ))}
    </div>
  );
}
