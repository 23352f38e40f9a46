"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { DocumentView, hasPages } from "@/components/resume/document-view";
import { HitBar } from "@/components/resume/hit-bar";
import { ResumePanel } from "@/components/resume/panel/resume-panel";
import type { ChosenField } from "@/components/resume/profile/profile-fields";
import { ResumeActions, type ResumeDialog } from "@/components/resume/resume-actions";
import { SampleMark } from "@/components/resume/sample-mark";
import { PageHeader } from "@/components/shell/page-header";
import { changeAddress } from "@/components/ui/address";
import { cn } from "@/components/ui/cn";
import { findField } from "@/lib/resume/find-field";
import { findHits } from "@/lib/resume/find-hits";
import type { TextSpan } from "@/lib/resume/profile";
import { resumeQuery } from "@/lib/resume/queries";

const BlindNotice = dynamic(() => import("@/components/resume/blind-notice"));

type ResumeViewProps = {
  resumeId: string;
  /** Whose data it is, for who may see to that. */
  candidateId: string | null;
  /** Of the search that led here. */
  words: string[];
  canAssign: boolean;
  canDelete: boolean;
  canScreen: boolean;
  canSeeScreenings: boolean;
  canSeeSensitive: boolean;
  canWrite: boolean;
};

const noWords: string[] = [];

/** The original on the left, what is known of it on the right; a field points at its place. */
export function ResumeView({ resumeId, words, canSeeScreenings, canSeeSensitive, canWrite, ...may }: ResumeViewProps) {
  const { candidateId, ...actions } = may;
  const t = useTranslations("resume");
  const blind = useTranslations("blind");
  const searched = useSearchParams().get("q");
  const [marked, setMarked] = useState<readonly TextSpan[]>([]);
  const [chosen, setChosen] = useState<ChosenField | null>(null);
  const [dialog, setDialog] = useState<ResumeDialog | null>(null);
  const { data: resume } = useQuery(resumeQuery(resumeId));
  const shownWords = searched ? words : noWords;
  const text = resume?.document?.text;
  const hits = useMemo(() => findHits(text ?? "", shownWords), [text, shownWords]);
  if (!resume) return null;

  const mark = (spans: readonly TextSpan[]) => {
    setMarked(spans);
    setChosen(null);
  };
  const choose = (offset: number) => {
    const field = resume.profile && findField(resume.profile, offset);
    if (!field) return;
    setMarked(field.spans);
    setChosen({ path: field.path });
    changeAddress({ tab: null });
  };

  return (
    <div className="print-open flex h-dvh flex-col max-lg:h-auto">
      <PageHeader
        actions={
          <ResumeActions {...actions} canWrite={canWrite} dialog={dialog} onDialog={setDialog} resume={resume} />
        }
        note={!resume.blind && <span className="break-all">{resume.fileName}</span>}
        title={
          <>
            {resume.blind
              ? blind("candidate", { number: resume.candidateName ?? "" })
              : (resume.candidateName ?? t("unnamed"))}
            {resume.isSample && <SampleMark />}
          </>
        }
      />
      {resume.blind && <BlindNotice blind={resume.blind} resumeId={resumeId} />}
      {searched && shownWords.length > 0 && text && <HitBar hits={hits} onShow={setMarked} query={searched} />}
      <div className="print-open flex min-h-0 flex-1 max-lg:flex-col">
        <section
          aria-label={t("original")}
          className={cn(
            "min-h-0 min-w-0 flex-1 overflow-auto bg-sunken max-lg:flex-none print:hidden",
            // Pages are drawn after the fields below them: their place is kept.
            hasPages(resume.fileKind) ? "max-lg:h-[70vh]" : "max-lg:max-h-[70vh]",
          )}
          tabIndex={0}
        >
          <DocumentView
            document={resume.document}
            fileKind={resume.fileKind}
            hits={hits}
            isRetyped={resume.isRetyped}
            marked={marked}
            onChoose={choose}
            resumeId={resumeId}
            words={shownWords}
          />
        </section>
        <section
          aria-label={t("fields")}
          className="print-open w-120 shrink-0 overflow-auto border-line border-l bg-surface max-lg:w-full max-lg:border-t max-lg:border-l-0 xl:w-140"
          tabIndex={0}
        >
          <ResumePanel
            candidateId={candidateId}
            canDelete={actions.canDelete}
            canScreen={canSeeScreenings}
            canSeeSensitive={canSeeSensitive && !resume.blind}
            canWrite={canWrite && !resume.blind}
            chosen={chosen}
            marked={marked}
            onDelete={() => setDialog("delete")}
            onMark={mark}
            resume={resume}
          />
        </section>
      </div>
    </div>
  );
}
