import { ParseAccountPanel } from "@/components/settings/parse-account-panel";
import { SettingsBody } from "@/components/settings/settings-body";
import { TokenPanel } from "@/components/settings/token-panel";
import { WebhookPanel } from "@/components/settings/webhook-panel";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { listParseAccounts } from "@/lib/parse-account/parse-accounts";
import { listApiTokens } from "@/lib/user/api-tokens";
import { listEndpoints } from "@/lib/webhook/endpoints";

export default async function Page() {
  const viewer = await requireViewer();
  const isAdmin = can(viewer, "settings:read");
  const [tokens, parseAccounts, webhooks] = await Promise.all([
    listApiTokens({ viewer }),
    isAdmin ? listParseAccounts({ viewer }) : null,
    isAdmin ? listEndpoints({ viewer }) : null,
  ]);
  return (
    <SettingsBody>
      <TokenPanel tokens={tokens} />
      {parseAccounts && <ParseAccountPanel accounts={parseAccounts} />}
      {webhooks && <WebhookPanel endpoints={webhooks} />}
    </SettingsBody>
  );
}
