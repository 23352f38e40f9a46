import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HealthPanel } from "@/components/settings/health-panel";
import { JobsPanel } from "@/components/settings/jobs-panel";
import { ModelUsage } from "@/components/settings/model-usage";
import { RereadingPanel } from "@/components/settings/rereading-panel";
import { SettingsBody } from "@/components/settings/settings-body";
import { Link } from "@/components/ui/link";
import { jobMode } from "@/inngest/mode";
import { listUsage, monthOf } from "@/lib/ai/ledger";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { outsideRequest } from "@/lib/database/viewing";
import { readHealth } from "@/lib/health/read-health";
import { listJobs } from "@/lib/job/list-jobs";
import { listJobsQuery } from "@/lib/job/schema";
import { largestFileBytes } from "@/lib/resume/schema";
import { storage } from "@/lib/storage/storage";

export default async function Page() {
  const viewer = await requireViewer();
  if (!can(viewer, "settings:read")) notFound();
  const month = monthOf();
  const [t, health, usage, room, running] = await Promise.all([
    getTranslations("settings"),
    outsideRequest(readHealth),
    listUsage({ organisationId: viewer.organisationId, month }),
    storage()
      .room?.()
      .catch(() => null) ?? null,
    jobMode() === "embedded" ? listJobs({ viewer, ...listJobsQuery.parse({}) }) : null,
  ]);
  const limits = [
    [t("limit_file"), t("megabytes", { count: largestFileBytes / 1024 / 1024 })],
    [t("limit_types"), "PDF, DOCX, DOC, TXT, MD, HTML, JPG, PNG, BMP, TIFF, GIF"],
    [t("limit_batch"), t("resumes", { count: 1000 })],
    [t("limit_reading"), t("seconds", { count: 15 })],
    [t("limit_sign_in"), t("sign_in_rule", { count: 10, minutes: 15 })],
  ];
  return (
    <SettingsBody>
      <HealthPanel health={health} room={room} />
      <JobsPanel running={running} />
      <section aria-labelledby="spend">
        <h2 className="font-semibold text-lg" id="spend">
          {t("spend")}
        </h2>
        <ModelUsage month={month} usage={usage} />
        <Link className="mt-2 inline-block text-sm underline underline-offset-2" href="/settings/model">
          {t("spend_link")}
        </Link>
      </section>
      <section aria-labelledby="limits">
        <h2 className="mb-2 font-semibold text-lg" id="limits">
          {t("limits")}
        </h2>
        <dl className="grid grid-cols-[220px_1fr] gap-y-1.5 text-sm max-sm:grid-cols-2">
          {limits.map(([label, value]) => (
            <div className="contents" key={label}>
              <dt className="text-ink-faint">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <RereadingPanel />
    </SettingsBody>
  );
}
