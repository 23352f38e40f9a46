import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { InterviewView } from "@/components/interview/interview-view";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { findInterview } from "@/lib/interview/find-interview";
import { interviewQuery } from "@/lib/interview/queries";

type InterviewPageProps = { params: Promise<{ interviewId: string }> };

export async function generateMetadata({ params }: InterviewPageProps) {
  const interview = await findInterview({ ...(await params), viewer: await requireViewer() });
  return { title: interview?.candidateName };
}

export default async function InterviewPage({ params }: InterviewPageProps) {
  const { interviewId } = await params;
  const viewer = await requireViewer();
  const interview = await findInterview({ interviewId, viewer });
  if (!interview) notFound();
  const queryClient = new QueryClient();
  queryClient.setQueryData(interviewQuery(interviewId).queryKey, interview);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <InterviewView
        canDelete={can(viewer, "interview:delete")}
        canInvite={can(viewer, "message:write")}
        interviewId={interviewId}
        userId={viewer.userId}
      />
    </HydrationBoundary>
  );
}
