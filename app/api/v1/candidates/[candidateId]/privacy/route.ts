import { route } from "@/lib/api/route";
import { recordPrivacy } from "@/lib/privacy/change-privacy";
import { findPrivacy } from "@/lib/privacy/find-privacy";
import { candidatePath, privacyView, recordedPrivacy, recordPrivacyInput } from "@/lib/privacy/schema";

/** What a candidate was told and agreed to, and how much there is of them. */
export const GET = route(
  { permission: "privacy:read", params: candidatePath, answer: privacyView },
  async ({ params, viewer }) => Response.json(await findPrivacy({ ...params, viewer })),
);

/** Puts a notice, a consent, its withdrawal or an objection on record. */
export const POST = route(
  { permission: "privacy:write", params: candidatePath, body: recordPrivacyInput, answer: recordedPrivacy },
  async ({ params, body, viewer }) =>
    Response.json(await recordPrivacy({ ...params, ...body, viewer }), { status: 201 }),
);
