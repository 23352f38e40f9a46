import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HealthPanel } from "@/components/settings/health-panel";
import { InvitationPanel } from "@/components/settings/invitation-panel";
import { ModelPanel } from "@/components/settings/model-panel";
import { ParseAccountPanel } from "@/components/settings/parse-account-panel";
import { RecordingPanel } from "@/components/settings/recording-panel";
import { RereadingPanel } from "@/components/settings/rereading-panel";
import { SecondFactorRoles } from "@/components/settings/second-factor-roles";
import { TemplatePanel } from "@/components/settings/template-panel";
import { TokenPanel } from "@/components/settings/token-panel";
import { UserPanel } from "@/components/settings/user-panel";
import { WebhookPanel } from "@/components/settings/webhook-panel";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { readModelSettings } from "@/lib/ai/settings/read-model-settings";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { readHealth } from "@/lib/health/read-health";
import { listTemplates } from "@/lib/message/templates";
import { readOrganisationSettings } from "@/lib/organisation/settings";
import { listParseAccounts } from "@/lib/parse-account/parse-accounts";
import { largestFileBytes } from "@/lib/resume/schema";
import { listApiTokens } from "@/lib/user/api-tokens";
import { listInvitations } from "@/lib/user/invitations";
import { listUsers } from "@/lib/user/list-users";
import { listEndpoints } from "@/lib/webhook/endpoints";

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const viewer = await requireViewer();
  if (!can(viewer, "token:manage")) notFound();
  const isAdmin = can(viewer, "settings:read");
  const [t, users, tokens, health, model, organisation, parseAccounts, templates, webhooks, invitations] =
    await Promise.all([
      getTranslations("settings"),
      isAdmin ? listUsers({ viewer }) : null,
      listApiTokens({ viewer }),
      isAdmin ? readHealth() : null,
      isAdmin ? readModelSettings({ viewer }) : null,
      isAdmin ? readOrganisationSettings(viewer.organisationId) : null,
      isAdmin ? listParseAccounts({ viewer }) : null,
      isAdmin ? listTemplates({ viewer }) : null,
      isAdmin ? listEndpoints({ viewer }) : null,
      isAdmin ? listInvitations({ viewer }) : null,
    ]);
  const limits = [
    [t("limit_file"), t("megabytes", { count: largestFileBytes / 1024 / 1024 })],
    [t("limit_types"), "PDF, DOCX, DOC, TXT, MD, HTML, JPG, PNG, BMP, TIFF, GIF"],
    [t("limit_batch"), t("resumes", { count: 1000 })],
    [t("limit_reading"), t("seconds", { count: 15 })],
    [t("limit_sign_in"), t("sign_in_rule", { count: 10, minutes: 15 })],
  ];
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex max-w-230 flex-col gap-10 p-5 max-sm:p-4">
        {isAdmin && (
          <nav aria-label={t("more_pages")} className="flex flex-wrap gap-2">
            {(["audit", "privacy"] as const).map((page) => (
              <Button asChild key={page}>
                <Link href={`/settings/${page}`}>{t(`page_${page}`)}</Link>
              </Button>
            ))}
          </nav>
        )}
        {users && <UserPanel users={users} viewerId={viewer.userId} />}
        {invitations && <InvitationPanel invitations={invitations} />}
        {organisation && <SecondFactorRoles required={organisation.secondFactorRoles} />}
        {model && <ModelPanel settings={model} />}
        {organisation && <RecordingPanel settings={organisation} />}
        <TokenPanel tokens={tokens} />
        {parseAccounts && <ParseAccountPanel accounts={parseAccounts} />}
        {webhooks && <WebhookPanel endpoints={webhooks} />}
        {templates && <TemplatePanel templates={templates} />}
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
        {isAdmin && <RereadingPanel />}
        {health && <HealthPanel health={health} />}
      </div>
    </>
  );
}
