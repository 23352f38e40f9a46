import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ResumeLibrary } from "@/components/resume/resume-library";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";

export async function generateMetadata() {
  return { title: (await getTranslations("library"))("title") };
}

export default async function ResumesPage() {
  const viewer = await requireViewer();
  return (
    <Suspense>
      <ResumeLibrary
        canAssign={can(viewer, "application:assign")}
        canDelete={can(viewer, "resume:delete")}
        canExport={can(viewer, "resume:export")}
        canImport={can(viewer, "resume:import")}
        canScreen={can(viewer, "screening:start")}
      />
    </Suspense>
  );
}
