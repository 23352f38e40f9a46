import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import {
  type OrganisationSettings,
  organisationSettings,
  type SaveOrganisationSettingsInput,
} from "@/lib/organisation/schema";

export async function readOrganisationSettings(organisationId: string): Promise<OrganisationSettings> {
  const { name, settings } = await scopedDb(organisationId).organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { name: true, settings: true },
  });
  return { ...organisationSettings.parse(settings), name };
}

type SaveOrganisationSettings = { settings: SaveOrganisationSettingsInput; viewer: Viewer };

/** Changes the name and the switches that are given. */
export async function saveOrganisationSettings({ settings, viewer }: SaveOrganisationSettings) {
  assertCan(viewer, "settings:write");
  const { organisationId } = viewer;
  const { name, ...switches } = settings;
  const { secondFactorRoles, ...rest } = switches;
  await scopedDb(organisationId).$transaction(async (tx) => {
    await tx.$executeRaw`
      update organisation set settings = settings || ${JSON.stringify(switches)}::jsonb where id = ${organisationId}::uuid`;
    if (name !== undefined) await tx.organisation.update({ where: { id: organisationId }, data: { name } });
    await recordAudit(tx, {
      ...{ viewer, action: "organisation_settings.saved", subjectType: "organisation", subjectId: organisationId },
      details: {
        ...rest,
        ...(name !== undefined && { name }),
        ...(secondFactorRoles && { secondFactorRoles: secondFactorRoles.join(" ") }),
      },
    });
  });
}
