"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { ApplicationLinks } from "@/components/resume/panel/application-links";
import { OcrNotice } from "@/components/resume/panel/ocr-notice";
import { ReadingNotices } from "@/components/resume/panel/reading-notices";
import { RelatedNotices } from "@/components/resume/panel/related-notices";
import { ResumeTags } from "@/components/resume/panel/resume-tags";
import { type ChosenField, ProfileFields } from "@/components/resume/profile/profile-fields";
import { changeAddress } from "@/components/ui/address";
import { SkeletonRows } from "@/components/ui/notices";
import { Tabs } from "@/components/ui/tabs";
import { relatedQuery } from "@/lib/resume/page-queries";
import type { TextSpan } from "@/lib/resume/profile";
import { isBeingRead } from "@/lib/resume/queries";
import type { ResumeDetail } from "@/lib/resume/schema";

const loading = () => <SkeletonRows label="" rows={4} />;
const VersionList = dynamic(() => import("@/components/resume/panel/version-list"), { ssr: false, loading });
const Timeline = dynamic(() => import("@/components/resume/panel/timeline"), { ssr: false, loading });
const RunList = dynamic(() => import("@/components/resume/panel/run-list"), { ssr: false, loading });
const CandidateInterviews = dynamic(() => import("@/components/interview/candidate-interviews"), {
  ssr: false,
  loading,
});
const CommentList = dynamic(() => import("@/components/comment/comment-list"), { ssr: false, loading });
const PrivacyPanel = dynamic(() => import("@/components/privacy/privacy-panel"), { ssr: false, loading });
const ActivityList = dynamic(() => import("@/components/resume/panel/activity-list"), { ssr: false, loading });
const UnreadablePanel = dynamic(() => import("@/components/resume/unreadable/unreadable-panel"), {
  ssr: false,
  loading,
});

const SensitivePanel = dynamic(
  () => import("@/components/resume/panel/sensitive-panel").then(({ SensitivePanel }) => SensitivePanel),
  { ssr: false },
);

const tabKeys = ["fields", "timeline", "runs", "interviews", "versions", "comments", "activity", "privacy"] as const;

type ResumePanelProps = {
  resume: ResumeDetail;
  /** Whose data it is, for who may see to that. */
  candidateId: string | null;
  canWrite: boolean;
  canScreen: boolean;
  canDelete: boolean;
  canSeeSensitive: boolean;
  marked: readonly TextSpan[];
  onMark: (spans: readonly TextSpan[]) => void;
  chosen: ChosenField | null;
  onDelete: () => void;
};

/** What is known of a resume, beside its original. The tab stands in the address. */
export function ResumePanel(props: ResumePanelProps) {
  const { resume, candidateId, canWrite, canScreen, canDelete, canSeeSensitive, marked, onMark, chosen, onDelete } =
    props;
  const t = useTranslations("resume_page");
  const texts = useTranslations("resume");
  const params = useSearchParams();
  const { data: related } = useQuery(relatedQuery(resume.id));
  const asked = tabKeys.find((key) => key === params.get("tab"));
  const isShown = (key: string) => (key !== "runs" || canScreen) && (key !== "privacy" || candidateId !== null);
  const current = asked && isShown(asked) ? asked : "fields";
  const counts = { versions: related && related.versions.length + related.sameText.length };
  const tabs = tabKeys
    .filter(isShown)
    .map((key) => ({ key, title: t(`tab_${key}`), count: key === "versions" ? counts.versions : undefined }));

  return (
    <>
      {isBeingRead(resume.state) && (
        <p className="px-5 py-4 text-ink-soft" role="status">
          {resume.ocrProgress ? texts("ocr_page", resume.ocrProgress) : texts("being_read")}
        </p>
      )}
      <ResumeTags canWrite={canWrite} resumeId={resume.id} tags={resume.tags} />
      <Tabs
        current={current}
        label={t("tabs")}
        onChange={(key) => changeAddress({ tab: key === "fields" ? null : key })}
        tabs={tabs}
      >
        {current === "fields" && (
          <>
            {resume.state === "FAILED" && (
              <UnreadablePanel canDelete={canDelete} canWrite={canWrite} onDelete={onDelete} resume={resume} />
            )}
            {related && <RelatedNotices canWrite={canWrite} related={related} resumeId={resume.id} />}
            <ReadingNotices document={resume.document} profile={resume.profile} rereading={resume.rereading} />
            {resume.document && <OcrNotice pages={resume.document.pages} />}
            <ApplicationLinks applications={resume.applications} />
            {resume.profile && (
              <ProfileFields
                canWrite={canWrite}
                chosen={chosen}
                key={`fields ${resume.id}`}
                marked={marked}
                onMark={onMark}
                profile={resume.profile}
                resume={resume}
              >
                {canSeeSensitive && (
                  <SensitivePanel key={resume.id} marked={marked} onMark={onMark} resumeId={resume.id} />
                )}
              </ProfileFields>
            )}
          </>
        )}
        {current === "timeline" && resume.profile && (
          <Timeline marked={marked} onMark={onMark} profile={resume.profile} />
        )}
        {current === "runs" && <RunList resumeId={resume.id} />}
        {current === "interviews" && <CandidateInterviews applications={resume.applications} resumeId={resume.id} />}
        {current === "versions" && <VersionList canWrite={canWrite} resumeId={resume.id} />}
        {current === "comments" && <CommentList resumeId={resume.id} />}
        {current === "activity" && <ActivityList resumeId={resume.id} />}
        {current === "privacy" && candidateId && <PrivacyPanel candidateId={candidateId} />}
      </Tabs>
    </>
  );
}
