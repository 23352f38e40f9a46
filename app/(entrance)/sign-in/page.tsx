import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/entrance/code-form";
import { ProviderButton } from "@/components/entrance/provider-button";
import { SignInForm } from "@/components/entrance/sign-in-form";
import { Problem } from "@/components/ui/notices";
import { findViewer } from "@/lib/auth/find-viewer";
import { providerSettings } from "@/lib/auth/provider/provider-settings";
import { toFailure } from "@/lib/auth/session-client";
import { needsSetUp } from "@/lib/user/set-up";

export async function generateMetadata() {
  return { title: (await getTranslations("sign_in"))("title") };
}

type Props = { searchParams: Promise<{ error?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  if (await findViewer()) redirect("/");
  const t = await getTranslations("sign_in");
  const { error } = await searchParams;
  const failure = toFailure([error].flat()[0]);
  const provider = providerSettings();
  return (
    <>
      <h1 className="mb-4 font-semibold text-xl">{t("title")}</h1>
      {(await needsSetUp()) ? <p className="text-ink-soft">{t("needs_set_up")}</p> : <Entrance />}
    </>
  );

  function Entrance() {
    if (failure === "code_needed") return <CodeForm />;
    return (
      <div className="flex flex-col gap-4">
        {failure && <Problem>{t(failure)}</Problem>}
        {provider && (
          <>
            <ProviderButton name={provider.name} />
            <p className="flex items-center gap-3 text-ink-faint text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
              {t("or")}
            </p>
          </>
        )}
        <SignInForm />
      </div>
    );
  }
}
