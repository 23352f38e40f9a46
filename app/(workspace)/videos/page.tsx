import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { VideoList } from "@/components/video/video-list";
import { findTranscriber } from "@/lib/ai/transcription/ask-transcriber";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { listVideos } from "@/lib/video/list-videos";
import { videosQuery } from "@/lib/video/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("videos"))("title") };
}

export default async function VideosPage() {
  const viewer = await requireViewer();
  const queryClient = new QueryClient();
  queryClient.setQueryData(videosQuery().queryKey, await listVideos(viewer));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <VideoList canTranscribe={findTranscriber() !== null} canWrite={can(viewer, "video:write")} />
    </HydrationBoundary>
  );
}
