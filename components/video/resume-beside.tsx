"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { TextPages } from "@/components/resume/text-pages";
import { Link } from "@/components/ui/link";
import { SkeletonRows } from "@/components/ui/notices";
import type { TextSpan } from "@/lib/resume/profile";
import { resumeQuery } from "@/lib/resume/queries";

/** The resume's text beside the recording, with the place that a conflict points at. */
export default function ResumeBeside({ resumeId, marked }: { resumeId: string; marked: readonly TextSpan[] }) {
  const t = useTranslations("videos");
  const { data: resume, isPending } = useQuery(resumeQuery(resumeId));
  if (isPending) return <SkeletonRows label={t("resume")} />;
  const text = resume?.document?.text;
  return (
    <>
      <Link className="text-accent text-sm hover:underline" href={`/resumes/${resumeId}`}>
        {t("open_resume")}
      </Link>
      {text ? (
        <section aria-label={t("resume")} className="max-h-[70vh] overflow-y-auto bg-sunken px-2" tabIndex={0}>
          <TextPages marked={marked} text={text} />
        </section>
      ) : (
        <p className="text-ink-soft text-sm">{t("resume_without_text")}</p>
      )}
    </>
  );
}
