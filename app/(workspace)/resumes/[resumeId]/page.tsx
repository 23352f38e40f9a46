import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ResumeView } from "@/components/resume/resume-view";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { findCandidateId } from "@/lib/privacy/find-candidate-id";
import { resumeFilter } from "@/lib/resume/filter";
import { findRelated } from "@/lib/resume/find-related";
import { findResume } from "@/lib/resume/find-resume";
import { relatedQuery } from "@/lib/resume/page-queries";
import { queryWords } from "@/lib/resume/parsing/index/search-tokens";
import { resumeQuery } from "@/lib/resume/queries";
import { readMarks } from "@/lib/resume/read-query";

type ResumePageProps = {
  params: Promise<{ resumeId: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("resume"))("title") };
}

export default async function ResumePage({ params, searchParams }: ResumePageProps) {
  const [{ resumeId }, { q }] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer();
  const resume = await findResume({ resumeId, viewer });
  if (!resume) notFound();

  const queryClient = new QueryClient();
  queryClient.setQueryData(resumeQuery(resumeId).queryKey, resume);
  queryClient.setQueryData(relatedQuery(resumeId).queryKey, await findRelated({ resumeId, viewer }));
  const filter = resumeFilter.safeParse({ q });
  const marks = readMarks(filter.data?.q ?? "");
  const words = [...queryWords(marks.words), ...marks.values];
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ResumeView
        candidateId={can(viewer, "privacy:read") ? await findCandidateId({ resumeId, viewer }) : null}
        canAssign={can(viewer, "application:assign")}
        canDelete={can(viewer, "resume:delete")}
        canScreen={can(viewer, "screening:start")}
        canSeeScreenings={can(viewer, "screening:read")}
        canSeeSensitive={can(viewer, "resume:read_sensitive")}
        canWrite={can(viewer, "resume:write")}
        resumeId={resumeId}
        words={words}
      />
    </HydrationBoundary>
  );
}
