import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { VideoView } from "@/components/video/video-view";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { findVideo } from "@/lib/video/list-videos";
import { videoQuery } from "@/lib/video/queries";

type VideoPageProps = { params: Promise<{ videoId: string }> };

export async function generateMetadata({ params }: VideoPageProps) {
  const video = await findVideo({ ...(await params), viewer: await requireViewer() });
  return { title: video?.candidateName };
}

export default async function VideoPage({ params }: VideoPageProps) {
  const { videoId } = await params;
  const viewer = await requireViewer();
  const video = await findVideo({ videoId, viewer });
  if (!video) notFound();
  const queryClient = new QueryClient();
  queryClient.setQueryData(videoQuery(videoId).queryKey, video);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <VideoView canWrite={can(viewer, "video:write")} videoId={videoId} />
    </HydrationBoundary>
  );
}
