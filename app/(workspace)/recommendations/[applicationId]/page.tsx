import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { RecommendationPage } from "@/components/recommendation/recommendation-page";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { findRecommendation } from "@/lib/recommendation/make-recommendation";
import { recommendationQuery } from "@/lib/recommendation/queries";
import { findApplication } from "@/lib/screening/find-application";
import { applicationQuery } from "@/lib/screening/queries";

type PageProps = { params: Promise<{ applicationId: string }> };

export async function generateMetadata({ params }: PageProps) {
  const viewer = await requireViewer();
  if (!can(viewer, "screening:read")) return {};
  const application = await findApplication({ ...(await params), viewer });
  return { title: application?.candidateName };
}

export default async function Page({ params }: PageProps) {
  const { applicationId } = await params;
  const viewer = await requireViewer();
  if (!can(viewer, "screening:read")) notFound();
  const application = await findApplication({ applicationId, viewer });
  if (!application) notFound();
  const queryClient = new QueryClient();
  queryClient.setQueryData(applicationQuery(applicationId).queryKey, application);
  queryClient.setQueryData(
    recommendationQuery(applicationId).queryKey,
    await findRecommendation({ applicationId, viewer }),
  );
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <RecommendationPage
        applicationId={applicationId}
        canDecide={can(viewer, "application:decide")}
        canWrite={can(viewer, "message:write")}
      />
    </HydrationBoundary>
  );
}
