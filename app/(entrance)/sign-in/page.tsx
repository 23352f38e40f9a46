import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/entrance/sign-in-form";
import { findViewer } from "@/lib/auth/find-viewer";
import { needsSetUp } from "@/lib/user/set-up";

export async function generateMetadata() {
  return { title: (await getTranslations("sign_in"))("title") };
}

export default async function SignInPage() {
  if (await findViewer()) redirect("/");
  const t = await getTranslations("sign_in");
  return (
    <>
      <h1 className="mb-4 font-semibold text-xl">{t("title")}</h1>
      {(await needsSetUp()) ? <p className="text-ink-soft">{t("needs_set_up")}</p> : <SignInForm />}
    </>
  );
}
