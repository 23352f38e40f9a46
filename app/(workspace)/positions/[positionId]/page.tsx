import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PositionCandidates } from "@/components/application/position-candidates";
import { PositionEditor } from "@/components/position/position-editor";
import { SpreadNote } from "@/components/screening/spread-note";
import { hasExpertsModel } from "@/lib/ai/settings/find-experts-model";
import { listApplications } from "@/lib/application/list-applications";
import { applicationsQuery } from "@/lib/application/queries";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { findPosition, listPositionVersions } from "@/lib/position/find-position";
import { findLatestSpread } from "@/lib/screening/spread/list-spreads";
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
  const spread = can(viewer, "screening:read") ? await findLatestSpread({ positionId, viewer }) : null;
  const canMeasure = can(viewer, "screening:start") && (await hasExpertsModel(viewer.organisationId));
  const isLatest = position.version === versions[0]?.version;
  const queryClient = new QueryClient();
  queryClient.setQueryData(applicationsQuery(positionId).queryKey, await listApplications({ positionId, viewer }));
  return (
    <PositionEditor
      canManage={can(viewer, "position:write")}
      canWrite={isLatest && !position.isArchived && can(viewer, "position:write")}
      candidates={
        <>
          <HydrationBoundary state={dehydrate(queryClient)}>
            <PositionCandidates
              canAssign={!position.isArchived && can(viewer, "application:assign")}
              positionId={positionId}
            />
          </HydrationBoundary>
          {(spread || canMeasure) && <SpreadNote latest={spread} positionId={positionId} />}
        </>
      }
      key={`${position.versionId}-${position.isArchived}`}
      people={users.filter(
        ({ role, isDisabled }) => !isDisabled && (role === "hiring_manager" || role === "interviewer"),
      )}
      position={position}
      versions={versions}
    />
  );
}
