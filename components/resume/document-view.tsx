"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { TextPages } from "@/components/resume/text-pages";
import { cn } from "@/components/ui/cn";
import type { ResumeDocument } from "@/lib/resume/document";
import { isImageKind } from "@/lib/resume/kinds";
import type { TextSpan } from "@/lib/resume/profile";

// pdf.js is large and only some resumes need it.
const PdfPages = dynamic(() => import("@/components/resume/pdf-pages"), { ssr: false });
const ImagePages = dynamic(() => import("@/components/resume/image-pages"), { ssr: false });
const WordPages = dynamic(() => import("@/components/resume/word-pages"), { ssr: false });

type DocumentViewProps = {
  /** Of a stored resume. */
  resumeId?: string;
  /** One that is not stored, with an address of the browser's own for it. */
  file?: { blob: Blob; address: string };
  fileKind: string | null;
  document: ResumeDocument | null;
  isRetyped?: boolean;
  /** The places to mark; the first is scrolled to. */
  marked: readonly TextSpan[];
  /** Marked as well, but not scrolled to: the words of a search and where they stand. */
  words?: readonly string[];
  hits?: readonly TextSpan[];
  /** Told which character of the text somebody pointed at. */
  onChoose?: (offset: number) => void;
};

const none: never[] = [];

/** Whether the original is drawn in the browser, and not text from the first paint on. */
export function hasPages(fileKind: string | null): boolean {
  return fileKind === "pdf" || fileKind === "docx" || isImageKind(fileKind);
}

/** The original: the pages of a PDF, an image and a Word file as they are, other formats as their text. */
export function DocumentView(props: DocumentViewProps) {
  const {
    resumeId = "",
    file,
    fileKind,
    document,
    isRetyped = false,
    marked,
    words = none,
    hits = none,
    onChoose,
  } = props;
  const t = useTranslations("resume");
  const address = `/api/v1/resumes/${resumeId}/file`;
  const text = document && <TextPages hits={hits} marked={marked} onChoose={onChoose} text={document.text} />;
  if (fileKind === "pdf") {
    const boxes = document?.boxes ?? none;
    const pages = document?.pages ?? none;
    const places = { boxes, hits, marked, onChoose, pages, source: file?.blob ?? address };
    const original = <PdfPages {...places} lockedView={text} />;
    return isRetyped && text ? <TwoViews marked={marked} original={original} text={text} /> : original;
  }
  if (isImageKind(fileKind)) {
    const places = {
      boxes: document?.boxes ?? none,
      hits,
      marked,
      onChoose,
      pages: document?.pages ?? none,
      fileAddress: file?.address ?? address,
      resumeId,
    };
    const original = <ImagePages {...places} fileKind={fileKind} />;
    return isRetyped && text ? <TwoViews marked={marked} original={original} text={text} /> : original;
  }
  if (!text) return <p className="p-6 text-ink-faint text-sm">{t("no_preview")}</p>;
  if (fileKind !== "docx") return text;
  const pages = <WordPages resumeId={resumeId} textView={text} words={words} />;
  return <TwoViews marked={marked} original={pages} text={text} />;
}

type TwoViewsProps = { marked: readonly TextSpan[]; original: React.ReactNode; text: React.ReactNode };

/** Places are known in the text only: pointing at one turns to it. */
function TwoViews({ marked, original, text }: TwoViewsProps) {
  const t = useTranslations("resume_page");
  const [view, setView] = useState<"document" | "text">(marked.length > 0 ? "text" : "document");
  useEffect(() => {
    if (marked.length > 0) setView("text");
  }, [marked]);
  return (
    <>
      <fieldset className="sticky top-0 z-10 flex justify-center gap-1 border-line border-b bg-sunken py-1">
        <legend className="sr-only">{t("view")}</legend>
        {(["document", "text"] as const).map((key) => (
          <button
            aria-pressed={view === key}
            className={cn(
              "h-7 rounded-md px-2 text-sm hover:bg-hover",
              view === key ? "bg-accent-soft font-medium text-accent" : "text-ink-soft",
            )}
            key={key}
            onClick={() => setView(key)}
            type="button"
          >
            {t(`as_${key}`)}
          </button>
        ))}
      </fieldset>
      {view === "document" ? original : text}
    </>
  );
}
