"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { SkeletonRows } from "@/components/ui/notices";
import { markHits } from "@/lib/resume/find-hits";
import { documentHtmlQuery } from "@/lib/resume/page-queries";

type WordPagesProps = { resumeId: string; words: readonly string[]; textView: ReactNode };

/** A Word file with its tables, lists and pictures, as the server sanitised it; its text where that failed. */
export default function WordPages({ resumeId, words, textView }: WordPagesProps) {
  const common = useTranslations("common");
  const { data, isPending } = useQuery(documentHtmlQuery(resumeId));
  const markup = useMemo(() => ({ __html: markHits(data?.html ?? "", words) }), [data, words]);
  if (isPending) return <SkeletonRows label={common("loading")} />;
  if (!data?.html) return textView;
  return (
    <div
      className="word-document mx-auto my-4 max-w-3xl break-words border border-line bg-surface p-8 text-sm leading-relaxed max-sm:p-4"
      // lib/resume/sanitize-document.ts lets nothing through that runs or is fetched.
      dangerouslySetInnerHTML={markup}
    />
  );
}
