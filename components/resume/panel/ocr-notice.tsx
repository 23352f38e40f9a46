"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { DocumentPage } from "@/lib/resume/document";

/** That pages were read from their picture, how surely, and which could not be. */
export function OcrNotice({ pages }: { pages: readonly DocumentPage[] }) {
  const t = useTranslations("ocr");
  const format = useFormatter();
  const numbered = pages.map((page, index) => ({ ...page, number: index + 1 }));
  const read = numbered.filter(({ ocr }) => ocr?.outcome === "read");
  const unreadable = numbered.filter(({ ocr, needsOcr }) => ocr?.outcome === "unreadable" || needsOcr);
  if (read.length === 0 && unreadable.length === 0) return null;
  const mean = read.reduce((sum, { ocr }) => sum + (ocr?.confidence ?? 0), 0) / Math.max(1, read.length);
  // A reading is never certain, however it rounds.
  const confidence = Math.min(0.99, mean);
  const list = (shown: typeof numbered) => format.list(shown.map(({ number }) => String(number)));
  const isWhole = read.length === pages.length;
  const values = { confidence, count: read.length, pages: list(read) };
  return (
    <div className="flex flex-col gap-1 border-line border-b px-5 py-2 text-ink-soft text-sm">
      {read.length > 0 && <p>{t(isWhole ? "read" : "read_pages", values)}</p>}
      {unreadable.length > 0 && (
        <p className="text-partly">{t("unreadable_pages", { count: unreadable.length, pages: list(unreadable) })}</p>
      )}
    </div>
  );
}
