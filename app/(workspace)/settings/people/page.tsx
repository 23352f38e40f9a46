import { notFound } from "next/navigation";
import { InvitationPanel } from "@/components/settings/invitation-panel";
import { SecondFactorRoles } from "@/components/settings/second-factor-roles";
import { SettingsBody } from "@/components/settings/settings-body";
import { UserPanel } from "@/components/settings/user-panel";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { readOrganisationSettings } from "@/lib/organisation/settings";
import { listInvitations } from "@/lib/user/invitations";
import { listUsers } from "@/lib/user/list-users";

export default async function Page() {
  const viewer = await requireViewer();
  if (!can(viewer, "settings:read")) notFound();
  const [users, invitations, { secondFactorRoles }] = await Promise.all([
    listUsers({ viewer }),
    listInvitations({ viewer }),
    readOrganisationSettings(viewer.organisationId),
  ]);
  return (
    <SettingsBody>
      <UserPanel users={users} viewerId={viewer.userId} />
      <InvitationPanel invitations={invitations} />
      <SecondFactorRoles required={secondFactorRoles} />
    </SettingsBody>
  );
}
