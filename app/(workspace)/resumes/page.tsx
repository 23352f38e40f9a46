import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ResumeLibrary } from "@/components/resume/resume-library";
import { SampleNotice } from "@/components/sample-data/sample-notice";
import { TrySampleData } from "@/components/sample-data/try-sample-data";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { demoFileCount } from "@/lib/demo/kinds";
import { findSampleData } from "@/lib/sample-data/find-sample-data";

export async function generateMetadata() {
  return { title: (await getTranslations("library"))("title") };
}

export default async function ResumesPage() {
  const viewer = await requireViewer();
  const canImport = can(viewer, "resume:import");
  const sample = canImport ? await findSampleData({ viewer }) : null;
  return (
    <Suspense>
      <ResumeLibrary
        canAssign={can(viewer, "application:assign")}
        canDelete={can(viewer, "resume:delete")}
        canExport={can(viewer, "resume:export")}
        canWrite={can(viewer, "resume:write")}
        canImport={canImport}
        canScreen={can(viewer, "screening:start")}
        emptyAction={canImport && <TrySampleData />}
        notice={sample && <SampleNotice initial={sample} total={demoFileCount} />}
      />
    </Suspense>
  );
}
