"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { ListStates } from "@/components/ui/list-states";
import { Empty } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import { TableLinks } from "@/components/ui/table-links";
import { InviteList } from "@/components/video/invite/invite-list";
import { VideoPoster } from "@/components/video/video-poster";
import { videosQuery } from "@/lib/video/queries";

const InviteDialog = dynamic(() => import("@/components/video/invite/invite-dialog"), { ssr: false });
const AddVideoDialog = dynamic(() => import("@/components/video/add-video-dialog"), { ssr: false });

/** Every recording with what is known of it, and what it still needs. */
export function VideoList({ canWrite, canTranscribe }: { canWrite: boolean; canTranscribe: boolean }) {
  const t = useTranslations("videos");
  const format = useFormatter();
  const query = useQuery(videosQuery());
  const [isAdding, setAdding] = useState(false);
  const [isInviting, setInviting] = useState(false);
  const add = canWrite && (
    <>
      <Button onClick={() => setInviting(true)}>{t("invite")}</Button>
      <Button onClick={() => setAdding(true)} variant="primary">
        {t("add")}
      </Button>
    </>
  );
  const megabytes = (bytes: number) => format.number(Math.max(0.1, bytes / 1e6), { maximumFractionDigits: 1 });
  return (
    <>
      <PageHeader
        actions={
          <>
            <TableLinks address="/api/v1/tables/videos" />
            {add}
          </>
        }
        title={t("title")}
      />
      <ListStates
        empty={({ length }) => length === 0 && <Empty action={add} text={t("empty_text")} title={t("empty")} />}
        query={query}
      >
        {(videos) => (
          <Table
            columns={[
              { label: t("column_candidate") },
              { label: t("column_position") },
              { label: t("column_state") },
              { label: t("column_size"), look: "number max-sm:hidden" },
              { label: t("column_added"), look: "max-sm:hidden" },
            ]}
            isPageWide
          >
            {videos.map((video) => (
              <tr key={video.id}>
                <td>
                  <Link
                    className="flex items-center gap-3 font-medium hover:underline max-sm:gap-2"
                    href={`/videos/${video.id}`}
                  >
                    <VideoPoster video={video} />
                    {video.candidateName}
                  </Link>
                </td>
                <td className="text-ink-soft">{video.positionApplied}</td>
                <td>
                  {t(
                    video.state === "completed" && video.needsTranscript ? "needs_transcript" : `state_${video.state}`,
                  )}
                </td>
                <td className="number max-sm:hidden">{t("megabytes", { size: megabytes(video.fileSize) })}</td>
                <td className="tabular text-ink-faint max-sm:hidden">
                  {format.dateTime(new Date(video.createdAt), { dateStyle: "medium" })}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </ListStates>
      {canWrite && <InviteList />}
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
      {isAdding && <AddVideoDialog canTranscribe={canTranscribe} onClose={() => setAdding(false)} />}
    </>
  );
}
