import { Providers } from "@/components/shell/providers";
import { requireViewer } from "@/lib/auth/find-viewer";

/** Without the workspace around it: whoever is in a conversation needs nothing else. */
export default async function ConsoleLayout({ children }: { children: React.ReactNode }) {
  const { userId } = await requireViewer();
  return (
    <Providers canImport={false} isDirect={false} userId={userId}>
      <main id="content">{children}</main>
    </Providers>
  );
}
