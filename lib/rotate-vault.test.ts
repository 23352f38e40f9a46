import { expect, test } from "vitest";
import { decryptApiKey, encryptApiKey } from "@/lib/ai/settings/api-key";
import { scopedDb, systemDb } from "@/lib/db";
import { resetEnv } from "@/lib/env";
import { sealPhoto, sealSensitive, unsealPhoto, unsealSensitive } from "@/lib/resume/vault/seal-sensitive";
import { makeRecruiter, makeResume } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { makeSecret, openSecret } from "@/lib/webhook/secret";
import { sensitiveFields } from "./resume/sensitive";
import { rotateVault } from "./rotate-vault";
import { seal, unseal, versionOf } from "./seal";

useWorkspace();

const key = (number: number) => `${number}:${String(number).repeat(43)}`;

function useKeys(keys: string | null, secret = "a-secret-for-tests-only-0123456789") {
  if (keys === null) delete process.env.VAULT_KEYS;
  else process.env.VAULT_KEYS = keys;
  process.env.NEXTAUTH_SECRET = secret;
  resetEnv();
}

async function rotate(options?: { isChanging: boolean }) {
  const counts: Record<string, [changed: number, current: number, unreadable: number]> = {};
  for await (const { name, changed, current, unreadable } of rotateVault(options))
    counts[name] = [changed, current, unreadable];
  return counts;
}

test("everything that is sealed is sealed anew, and then opens without the keys before", async () => {
  useKeys(null);
  const owner = await makeRecruiter();
  const { organisationId, userId } = owner;
  const db = scopedDb(organisationId);
  const resumes = [await makeResume({ owner }), await makeResume({ owner })];
  const fields = sensitiveFields.parse({
    ...Object.fromEntries(Object.keys(sensitiveFields.shape).map((name) => [name, null])),
  });
  for (const { id: resumeId } of resumes) {
    const at = { organisationId, resumeId };
    await db.resumeContent.update({ where: { resumeId }, data: { sensitive: sealSensitive(fields, at) } });
    await db.resumePhoto.create({ data: { ...at, sealed: sealPhoto(Buffer.from("a photo"), at) } });
  }
  const encryptedApiKey = encryptApiKey({ apiKey: "sk-canary", organisationId });
  await db.modelSettings.create({ data: { organisationId, encryptedApiKey } });
  const endpoint = await db.webhookEndpoint.create({
    data: { organisationId, url: "https://example.com", sealedSecret: "", events: [], createdById: userId },
  });
  const { secret, sealedSecret } = makeSecret(endpoint.id);
  await db.webhookEndpoint.update({ where: { id: endpoint.id }, data: { sealedSecret } });
  const totpSecret = seal("TOTP", { purpose: "second factor", boundTo: userId });
  await db.user.update({ where: { id: userId }, data: { totpSecret } });

  useKeys(`${key(2)} ${key(1)}`);
  // One row was done before it was stopped: it is left alone.
  const doneBefore = { organisationId, resumeId: resumes[0]?.id ?? "" };
  await db.resumeContent.update({
    where: { resumeId: doneBefore.resumeId },
    data: { sensitive: sealSensitive(fields, doneBefore) },
  });
  expect(await rotate({ isChanging: false })).toMatchObject({
    "resume_content.sensitive": [1, 1, 0],
    "resume_photo.sealed": [2, 0, 0],
  });
  expect(await rotate()).toEqual({
    "resume_content.sensitive": [1, 1, 0],
    "model_settings.encrypted_api_key": [1, 0, 0],
    "webhook_endpoint.sealed_secret": [1, 0, 0],
    "user_account.totp_secret": [1, 0, 0],
    "resume_photo.sealed": [2, 0, 0],
  });
  expect(Object.values(await rotate()).map(([changed]) => changed)).toEqual([0, 0, 0, 0, 0]);

  useKeys(key(2), "another-secret-for-tests-0123456789");
  const model = await systemDb().modelSettings.findUniqueOrThrow({ where: { organisationId } });
  expect(decryptApiKey({ encrypted: model.encryptedApiKey ?? "", organisationId })).toBe("sk-canary");
  expect(openSecret(await systemDb().webhookEndpoint.findUniqueOrThrow({ where: { id: endpoint.id } }))).toBe(secret);
  const user = await systemDb().user.findUniqueOrThrow({ where: { id: userId } });
  expect(unseal(user.totpSecret ?? "", { purpose: "second factor", boundTo: userId })).toBe("TOTP");
  for (const { id: resumeId } of resumes) {
    const at = { organisationId, resumeId };
    const [content, photo] = await Promise.all([
      db.resumeContent.findUniqueOrThrow({ where: { resumeId } }),
      db.resumePhoto.findUniqueOrThrow({ where: { resumeId } }),
    ]);
    expect(unsealSensitive(content.sensitive ?? "", at)).toEqual(fields);
    expect(unsealPhoto(photo.sealed, at)?.toString()).toBe("a photo");
  }
});

test("without a key that is needed nothing opens and nothing is changed", async () => {
  useKeys(key(7));
  const owner = await makeRecruiter();
  const { organisationId } = owner;
  const encryptedApiKey = encryptApiKey({ apiKey: "sk-other", organisationId });
  await scopedDb(organisationId).modelSettings.create({ data: { organisationId, encryptedApiKey } });
  useKeys(key(8));
  expect((await rotate())["model_settings.encrypted_api_key"]?.[2]).toBeGreaterThan(0);
  const kept = await systemDb().modelSettings.findUniqueOrThrow({ where: { organisationId } });
  expect(kept.encryptedApiKey).toBe(encryptedApiKey);
  expect(decryptApiKey({ encrypted: encryptedApiKey, organisationId })).toBeNull();
});

test("what was sealed before there were keys opens, and what is sealed now says by which", () => {
  useKeys(null);
  const sealing = { purpose: "p", boundTo: "row" };
  const old = seal("words", sealing);
  expect(versionOf(old)).toBe("v1");
  useKeys(`${key(3)} ${key(2)}`);
  expect(unseal(old, sealing)).toBe("words");
  const now = seal("words", sealing);
  expect(versionOf(now)).toBe("k3");
  expect(unseal(now.replace("k3.", "k2."), sealing)).toBeNull();
  expect(unseal(now, { ...sealing, boundTo: "another row" })).toBeNull();
  useKeys("2:short");
  expect(() => seal("words", sealing)).toThrow(/VAULT_KEYS/);
  useKeys(null);
});
