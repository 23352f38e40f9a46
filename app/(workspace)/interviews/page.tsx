import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { InterviewList } from "@/components/interview/interview-list";
import { requireViewer } from "@/lib/auth/find-viewer";
import { listInterviews } from "@/lib/interview/list-interviews";
import { interviewsQuery } from "@/lib/interview/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("interviews"))("title") };
}

export default async function InterviewsPage() {
  const viewer = await requireViewer();
  const queryClient = new QueryClient();
  queryClient.setQueryData(interviewsQuery().queryKey, await listInterviews({ viewer }));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Suspense>
        <InterviewList />
      </Suspense>
    </HydrationBoundary>
  );
}
