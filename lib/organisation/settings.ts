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
  const { settings } = await scopedDb(organisationId).organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { settings: true },
  });
  return organisationSettings.parse(settings);
}

type SaveOrganisationSettings = { settings: SaveOrganisationSettingsInput; viewer: Viewer };

/** Changes the switches that are given. */
export async function saveOrganisationSettings({ settings, viewer }: SaveOrganisationSettings) {
  assertCan(viewer, "settings:write");
  const { organisationId } = viewer;
  const { secondFactorRoles, ...rest } = settings;
  await scopedDb(organisationId).$transaction(async (tx) => {
    await tx.$executeRaw`
      update organisation set settings = settings || ${JSON.stringify(settings)}::jsonb where id = ${organisationId}::uuid`;
    await recordAudit(tx, {
      ...{ viewer, action: "organisation_settings.saved", subjectType: "organisation", subjectId: organisationId },
      details: { ...rest, ...(secondFactorRoles && { secondFactorRoles: secondFactorRoles.join(" ") }) },
    });
  });
}
