"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { TextPages } from "@/components/resume/text-pages";
import type { ResumeDocument } from "@/lib/resume/document";
import type { TextSpan } from "@/lib/resume/profile";

// pdf.js is large and only some resumes need it.
const PdfPages = dynamic(() => import("@/components/resume/pdf-pages"), { ssr: false });

type DocumentViewProps = {
  resumeId: string;
  fileKind: string | null;
  document: ResumeDocument | null;
  /** The places to mark; the first is scrolled to. */
  marked: readonly TextSpan[];
};

/** The original: the pages of a PDF as they are, other formats as their text. */
export function DocumentView({ resumeId, fileKind, document, marked }: DocumentViewProps) {
  const t = useTranslations("resume");
  if (fileKind === "pdf") return <PdfPages boxes={document?.boxes ?? []} marked={marked} resumeId={resumeId} />;
  if (!document) return <p className="p-6 text-ink-faint text-sm">{t("no_preview")}</p>;
  return <TextPages marked={marked} text={document.text} />;
}
