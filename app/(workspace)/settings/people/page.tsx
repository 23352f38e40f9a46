import { notFound } from "next/navigation";
import { UserPanel } from "@/components/settings/user-panel";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { listUsers } from "@/lib/user/list-users";

export default async function Page() {
  const viewer = await requireViewer();
  if (!can(viewer, "settings:read")) notFound();
  return <UserPanel users={await listUsers({ viewer })} viewerId={viewer.userId} />;
}
