import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ResumeView } from "@/components/resume/resume-view";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { findResume } from "@/lib/resume/find-resume";
import { resumeQuery } from "@/lib/resume/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("resume"))("title") };
}

export default async function ResumePage({ params }: { params: Promise<{ resumeId: string }> }) {
  const { resumeId } = await params;
  const viewer = await requireViewer();
  const resume = await findResume({ resumeId, viewer });
  if (!resume) notFound();

  const queryClient = new QueryClient();
  queryClient.setQueryData(resumeQuery(resumeId).queryKey, resume);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ResumeView
        canAssign={can(viewer, "application:assign")}
        canDelete={can(viewer, "resume:delete")}
        canScreen={can(viewer, "screening:start")}
        resumeId={resumeId}
      />
    </HydrationBoundary>
  );
}
