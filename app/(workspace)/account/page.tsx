import { getTranslations } from "next-intl/server";
import { PasswordPanel } from "@/components/account/password-panel";
import { SecondFactorPanel } from "@/components/account/second-factor-panel";
import { SessionPanel } from "@/components/account/session-panel";
import { PageHeader } from "@/components/shell/page-header";
import { requireViewer } from "@/lib/auth/find-viewer";
import { findAccount } from "@/lib/user/find-account";

export async function generateMetadata() {
  return { title: (await getTranslations("account"))("title") };
}

/** Password, second factor and browsers of whoever is signed in. */
export default async function AccountPage() {
  const viewer = await requireViewer({ isAccountPage: true });
  const [t, account] = await Promise.all([getTranslations("account"), findAccount({ viewer })]);
  return (
    <>
      <PageHeader note={account.email} title={t("title")} />
      <div className="flex max-w-200 flex-col gap-10 p-5 max-sm:p-4">
        {viewer.needsSecondFactor && (
          <p className="rounded-md bg-accent-soft px-3 py-2 text-sm" role="status">
            {t("factor_needed")}
          </p>
        )}
        <SecondFactorPanel factor={account.secondFactor} />
        <PasswordPanel />
        <SessionPanel sessions={account.sessions} />
      </div>
    </>
  );
}
