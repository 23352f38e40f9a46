import { getTranslations } from "next-intl/server";
import { InvitationForm } from "@/components/entrance/invitation-form";

export async function generateMetadata() {
  return { title: (await getTranslations("invitation"))("title") };
}

export default async function InvitationPage() {
  const t = await getTranslations("invitation");
  return (
    <>
      <h1 className="mb-1 font-semibold text-xl">{t("title")}</h1>
      <p className="mb-4 text-ink-soft text-sm">{t("text")}</p>
      <InvitationForm />
    </>
  );
}
