import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { AnswerFlow } from "@/components/video/answer/answer-flow";
import { AppError } from "@/lib/errors";
import { openInvite, toOpenInvite } from "@/lib/video/invites/answer-invite";
import { limitAnswers } from "@/lib/video/invites/limit-answers";

export async function generateMetadata() {
  return { title: (await getTranslations("answer"))("title"), robots: { index: false }, referrer: "no-referrer" };
}

/** Where a candidate answers before a camera: no account, by the link alone. */
export default async function AnswerPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("answer");
  const opened = await open(token);
  if (opened === "closed" || opened === "busy")
    return (
      <>
        <h1 className="mb-1 font-semibold text-xl">{t(`${opened}_title`)}</h1>
        <p className="text-ink-soft text-sm">{t(`${opened}_text`)}</p>
      </>
    );
  return <AnswerFlow invite={opened} token={token} />;
}

async function open(token: string) {
  try {
    await limitAnswers({ headers: await headers(), token });
    return toOpenInvite(await openInvite(token));
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return "closed";
    if (error instanceof AppError && error.code === "rate_limited") return "busy";
    throw error;
  }
}
