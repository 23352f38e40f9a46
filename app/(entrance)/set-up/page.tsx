import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SetUpForm } from "@/components/entrance/set-up-form";
import { needsSetUp } from "@/lib/user/set-up";

export async function generateMetadata() {
  return { title: (await getTranslations("set_up"))("title") };
}

export default async function SetUpPage() {
  if (!(await needsSetUp())) redirect("/sign-in");
  const t = await getTranslations("set_up");
  return (
    <>
      <h1 className="mb-1 font-semibold text-xl">{t("title")}</h1>
      <p className="mb-4 text-ink-soft text-sm">{t("text")}</p>
      <SetUpForm />
    </>
  );
}
