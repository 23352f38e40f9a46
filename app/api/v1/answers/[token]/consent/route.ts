import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { consentToInvite } from "@/lib/video/invites/answer-invite";
import { answerRoute } from "@/lib/video/invites/answer-route";

const params = z.object({ token: z.string().max(100) });

/** The sentence that the page shows in the reader's language goes on record. */
export const POST = answerRoute({ params }, async ({ params }) => {
  const t = await getTranslations("answer");
  await consentToInvite({ ...params, text: t("consent_text") });
  return new Response(null, { status: 204 });
});
