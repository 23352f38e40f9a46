import { getTranslations } from "next-intl/server";
import { AnswerFlow } from "@/components/video/answer/answer-flow";
import { AppError } from "@/lib/errors";
import { openInvite, toOpenInvite } from "@/lib/video/invites/answer-invite";

export async function generateMetadata() {
  return { title: (await getTranslations("answer"))("title"), robots: { index: false }, referrer: "no-referrer" };
}

/** Where a candidate answers before a camera: no account, by the link alone. */
export default async function AnswerPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("answer");
  const invite = await openInvite(token).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
  if (!invite)
    return (
      <>
        <h1 className="mb-1 font-semibold text-xl">{t("closed_title")}</h1>
        <p className="text-ink-soft text-sm">{t("closed_text")}</p>
      </>
    );
  return <AnswerFlow invite={toOpenInvite(invite)} token={token} />;
}
