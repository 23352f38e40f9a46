"use client";

import { useTranslations } from "next-intl";
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useState } from "react";
import { PdfPage } from "@/components/resume/pdf-page";
import { Problem, SkeletonRows } from "@/components/ui/notices";
import type { TextBox } from "@/lib/resume/document";
import { findBoxes } from "@/lib/resume/find-boxes";
import type { TextSpan } from "@/lib/resume/profile";

GlobalWorkerOptions.workerSrc = "/pdfjs/pdf.worker.min.mjs";

type PdfPagesProps = { resumeId: string; boxes: readonly TextBox[]; marked: readonly TextSpan[] };

/** The pages of a PDF, drawn in the browser as they come into view. */
export default function PdfPages({ resumeId, boxes, marked }: PdfPagesProps) {
  const t = useTranslations("resume");
  const common = useTranslations("common");
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    const task = getDocument({
      url: `/api/resumes/${resumeId}/file`,
      cMapUrl: "/pdfjs/cmaps/",
      cMapPacked: true,
      standardFontDataUrl: "/pdfjs/standard_fonts/",
      wasmUrl: "/pdfjs/wasm/",
      disableRange: true,
    });
    let isCurrent = true;
    task.promise.then(
      (opened) => isCurrent && setPdf(opened),
      () => isCurrent && setFailed(true),
    );
    return () => {
      isCurrent = false;
      void task.destroy();
    };
  }, [resumeId]);

  if (hasFailed) {
    return (
      <div className="p-4">
        <Problem>{t("pdf_failed")}</Problem>
      </div>
    );
  }
  if (!pdf) return <SkeletonRows label={common("loading")} />;
  const rects = marked.flatMap((span) => findBoxes(boxes, span));
  const target = rects[0]?.page;
  return (
    <div className="flex flex-col items-center gap-4 p-4">
      {Array.from({ length: pdf.numPages }, (_, index) => (
        <PdfPage
          index={index}
          isTarget={index === target}
          key={index}
          pdf={pdf}
          rects={rects.filter(({ page }) => page === index)}
        />
      ))}
    </div>
  );
}
