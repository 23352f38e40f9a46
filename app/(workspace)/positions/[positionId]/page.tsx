import { notFound } from "next/navigation";
import { z } from "zod";
import { PositionEditor } from "@/components/position/position-editor";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { findPosition, listPositionVersions } from "@/lib/position/find-position";
import { listUsers } from "@/lib/user/list-users";

type PositionPageProps = { params: Promise<{ positionId: string }>; searchParams: Promise<{ version?: string }> };

export async function generateMetadata({ params }: PositionPageProps) {
  const { positionId } = await params;
  const position = await findPosition({ positionId, viewer: await requireViewer() });
  return { title: position?.title };
}

export default async function PositionPage({ params, searchParams }: PositionPageProps) {
  const { positionId } = await params;
  const version = z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .catch(undefined)
    .parse((await searchParams).version);
  const viewer = await requireViewer();
  const position = await findPosition({ positionId, viewer, version });
  if (!position) notFound();
  const [versions, users] = await Promise.all([
    listPositionVersions({ positionId, viewer }),
    can(viewer, "settings:read") ? listUsers({ viewer }) : [],
  ]);
  const isLatest = position.version === versions[0]?.version;
  return (
    <PositionEditor
      canWrite={isLatest && can(viewer, "position:write")}
      key={position.versionId}
      people={users.filter(
        ({ role, isDisabled }) => !isDisabled && (role === "hiring_manager" || role === "interviewer"),
      )}
      position={position}
      versions={versions}
    />
  );
}
