import "server-only";
import { mayBeModelAddress } from "@/lib/ai/model-address";
import { openAiBaseUrl } from "@/lib/ai/models";
import type { SaveModelSettingsInput } from "@/lib/ai/schema";
import { encryptApiKey } from "@/lib/ai/settings/api-key";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

type SaveModelSettings = SaveModelSettingsInput & { viewer: Viewer };

/**
 * Saves how the organisation reaches a model. A stored key stays with its server: when the address moves to another
 * one and no new key comes along, it is removed rather than sent there.
 *
 * @throws bad_request for an address on the server's own network that whoever runs it has not allowed
 */
export async function saveModelSettings({ viewer, apiKey, ...input }: SaveModelSettings) {
  assertCan(viewer, "settings:write");
  const { organisationId } = viewer;
  if (input.baseUrl && !mayBeModelAddress(input.baseUrl)) throw new AppError("bad_request", "model_address_private");
  const settings = { ...input, baseUrl: input.baseUrl.replace(/(?<!\/)\/+$/, "") };
  await scopedDb(organisationId).$transaction(async (tx) => {
    const before = await tx.modelSettings.findUnique({ where: { organisationId } });
    const isSameServer = before !== null && originOf(before.baseUrl) === originOf(settings.baseUrl);
    const kept = isSameServer ? before.encryptedApiKey : null;
    const encryptedApiKey = apiKey === null ? kept : apiKey === "" ? null : encryptApiKey({ apiKey, organisationId });
    const data = { ...settings, encryptedApiKey };
    await tx.modelSettings.upsert({ where: { organisationId }, create: { ...data, organisationId }, update: data });
    await recordAudit(tx, {
      viewer,
      action: "model_settings.saved",
      subjectType: "organisation",
      subjectId: organisationId,
      details: { isNewKey: Boolean(apiKey), hasKey: encryptedApiKey !== null },
    });
  });
}

function originOf(baseUrl: string): string {
  return new URL(baseUrl || openAiBaseUrl).origin;
}
