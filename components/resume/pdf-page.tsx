"use client";

import { useTranslations } from "next-intl";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { PageMarks, pointOn, useMarkInView } from "@/components/resume/page-marks";
import type { PageRect } from "@/lib/resume/find-boxes";

type PdfPageProps = {
  pdf: PDFDocumentProxy;
  index: number;
  rects: readonly PageRect[];
  hits: readonly PageRect[];
  isTarget: boolean;
  /** Degrees clockwise that stand a scanned page upright. */
  turn: number;
  /** In PDF points from the top left. */
  onPoint?: (point: { x: number; y: number }) => void;
};
type Size = { width: number; height: number };

const a4: Size = { width: 595, height: 842 };

export function PdfPage({ pdf, index, rects, hits, isTarget, turn, onPoint }: PdfPageProps) {
  const t = useTranslations("resume");
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState(a4);
  const [isNear, setNear] = useState(index === 0);

  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: "800px",
    });
    if (frame.current) observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!isNear) return;
    let cancel = () => undefined as undefined;
    let isCurrent = true;
    void pdf.getPage(index + 1).then((page) => {
      const target = canvas.current;
      if (!isCurrent || !target) return;
      const rotation = (page.rotate + turn) % 360;
      const natural = page.getViewport({ scale: 1, rotation });
      setSize({ width: natural.width, height: natural.height });
      // Sharp at the widest the page is shown, on dense screens too.
      const viewport = page.getViewport({ scale: Math.min(2, devicePixelRatio) * 1.5, rotation });
      target.width = viewport.width;
      target.height = viewport.height;
      const task = page.render({ canvas: target, viewport });
      // A page that was scrolled away from ends its drawing with an error that is none.
      task.promise.catch(() => undefined);
      cancel = () => {
        task.cancel();
      };
    });
    return () => {
      isCurrent = false;
      cancel();
    };
  }, [isNear, pdf, index, turn]);

  useMarkInView(frame, isTarget, rects);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a way from the page to its field for pointers; keys go along the fields
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      onClick={(event) => onPoint?.(pointOn(event.currentTarget, event, size))}
      className="relative w-full max-w-[860px] border border-line bg-white shadow-sm"
      ref={frame}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    >
      <canvas
        aria-label={t("page", { page: index + 1 })}
        className="absolute inset-0 size-full"
        ref={canvas}
        role="img"
      />
      <PageMarks hits={hits} rects={rects} size={size} />
    </div>
  );
}
