import { AppShell } from "@/components/shell/app-shell";
import { Providers } from "@/components/shell/providers";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { storage } from "@/lib/storage/storage";

export default async function WorkspaceLayout({ children }: { children: React.ReactNode }) {
  const viewer = await requireViewer({ isAccountPage: true });
  const { name, email, role, userId } = viewer;
  const canImport = can(viewer, "resume:import");
  return (
    <Providers canImport={canImport} isDirect={storage().name === "blob"} userId={userId}>
      <AppShell
        canImport={canImport}
        canManageTokens={can(viewer, "token:manage")}
        canScreen={can(viewer, "screening:read")}
        viewer={{ name, email, role }}
      >
        {children}
      </AppShell>
    </Providers>
  );
}
