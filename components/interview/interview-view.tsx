"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { StartPanel } from "@/components/interview/plan/start-panel";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { SkeletonRows } from "@/components/ui/notices";
import { abandonInterview, deleteInterview, interviewQuery, interviewsKey } from "@/lib/interview/queries";

const loading = () => <SkeletonRows label="" rows={8} />;
const InterviewReportView = dynamic(() => import("@/components/interview/after/interview-report-view"), {
  ssr: false,
  loading,
});
const PlanEditor = dynamic(() => import("@/components/interview/plan/plan-editor"), { ssr: false, loading });
const InvitationPanel = dynamic(
  () => import("@/components/message/invitation-panel").then(({ InvitationPanel }) => InvitationPanel),
  { ssr: false },
);
const ConfirmDialog = dynamic(() => import("@/components/ui/confirm-dialog"), { ssr: false });

type InterviewViewProps = { interviewId: string; userId: string; canDelete: boolean; canInvite: boolean };

/** An interview before and after it is held: its plan, or what came of it. */
export function InterviewView({ interviewId, userId, canDelete, canInvite }: InterviewViewProps) {
  const t = useTranslations("interview");
  const states = useTranslations("interviews");
  const letters = useTranslations("messages");
  const format = useFormatter();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [isDeleting, setDeleting] = useState(false);
  const [isInviting, setInviting] = useState(false);
  const { data: interview } = useQuery(interviewQuery(interviewId));
  const remove = useMutation({
    mutationFn: () => deleteInterview(interviewId),
    onSuccess: () => {
      // Not the interview itself: it is gone.
      void queryClient.invalidateQueries({ queryKey: [...interviewsKey, "list"] });
      router.push("/interviews");
    },
  });
  const giveUp = useMutation({
    mutationFn: () => abandonInterview(interviewId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: interviewsKey }),
  });
  if (!interview) return null;
  const { state, isPractice } = interview;
  const at = interview.startedAt ?? interview.scheduledAt;
  return (
    <>
      <PageHeader
        actions={
          <>
            {state === "live" && (
              <Button asChild variant="primary">
                <Link href={`/interviews/${interviewId}/live`}>{t("go_on")}</Link>
              </Button>
            )}
            {state === "planned" && <StartPanel interview={interview} />}
            {state === "planned" && !isPractice && (
              <Button onClick={() => setInviting(true)}>{letters("appointment")}</Button>
            )}
            {(state === "live" || state === "planned") && (
              <Button disabled={giveUp.isPending} onClick={() => giveUp.mutate()} variant="quiet">
                {t("give_up")}
              </Button>
            )}
            {canDelete && (
              <Button onClick={() => setDeleting(true)} variant="danger">
                {t("delete")}
              </Button>
            )}
          </>
        }
        note={
          <>
            {states(`state_${state}`)}
            {isPractice && ` · ${t("practice_mark")}`}
            {at && ` · ${format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}`}
          </>
        }
        title={
          <>
            <Link className="hover:underline" href={`/resumes/${interview.resumeId}`}>
              {interview.candidateName}
            </Link>{" "}
            <span className="font-normal text-ink-soft">{interview.positionTitle}</span>
          </>
        }
      />
      {state === "planned" || state === "live" ? (
        <PlanEditor interview={interview} key={interview.planVersion} />
      ) : (
        <InterviewReportView interview={interview} userId={userId} />
      )}
      {isInviting && <InvitationPanel canInvite={canInvite} interview={interview} onClose={() => setInviting(false)} />}
      {isDeleting && (
        <ConfirmDialog
          confirmLabel={t("delete")}
          error={remove.error}
          isBusy={remove.isPending}
          onClose={() => setDeleting(false)}
          onConfirm={() => remove.mutate()}
          text={t("delete_text")}
          title={t("delete_title")}
        />
      )}
    </>
  );
}
