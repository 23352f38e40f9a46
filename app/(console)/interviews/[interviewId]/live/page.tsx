import { notFound, redirect } from "next/navigation";
import { LiveConsole } from "@/components/interview/console/live-console";
import { requireViewer } from "@/lib/auth/find-viewer";
import { findInterview } from "@/lib/interview/find-interview";
import { loadLive } from "@/lib/interview/load-live";

type LivePageProps = { params: Promise<{ interviewId: string }> };

export async function generateMetadata({ params }: LivePageProps) {
  const interview = await findInterview({ ...(await params), viewer: await requireViewer() });
  return { title: interview?.candidateName };
}

export default async function LivePage({ params }: LivePageProps) {
  const { interviewId } = await params;
  const viewer = await requireViewer();
  const interview = await findInterview({ interviewId, viewer });
  if (!interview) notFound();
  if (interview.state !== "live") redirect(`/interviews/${interviewId}`);
  const live = await loadLive({ interviewId, after: null, viewer });
  if (!live) notFound();
  return <LiveConsole initial={live} interview={interview} userId={viewer.userId} />;
}
