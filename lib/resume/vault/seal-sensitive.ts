import "server-only";
import { type SensitiveFields, sensitiveFields } from "@/lib/resume/sensitive";
import { keyedHash32, seal, sealBytes, unseal, unsealBytes } from "@/lib/seal";

type Owner = { organisationId: string; resumeId: string };

/** As the column `resume_content.sensitive` holds it: opens for this resume of this organisation only. */
export function sealSensitive(sensitive: SensitiveFields, owner: Owner): string {
  return seal(JSON.stringify(sensitive), sealing(owner));
}

/** Null when it does not open: after NEXTAUTH_SECRET was changed, or for a row that was moved. */
export function unsealSensitive(sealed: string, owner: Owner): SensitiveFields | null {
  const text = unseal(sealed, sealing(owner));
  return text === null ? null : sensitiveFields.parse(JSON.parse(text));
}

/** As the column `resume_photo.sealed` holds it: a JPEG that opens for this resume of this organisation only. */
export function sealPhoto(jpeg: Uint8Array, owner: Owner) {
  return sealBytes(jpeg, sealing(owner, "photo"));
}

/** Null when it does not open. */
export function unsealPhoto(sealed: Uint8Array, owner: Owner) {
  return unsealBytes(sealed, sealing(owner, "photo"));
}

/** Tells two resumes with one identity card. Keyed: there are few enough numbers to try them all against a plain hash. */
export function idCardKeys({ idCard }: SensitiveFields, { organisationId }: Pick<Owner, "organisationId">): number[] {
  const number = idCard && idCardNumber(idCard.value);
  return number ? [keyedHash32(number, { purpose: "identity card", boundTo: organisationId })] : [];
}

export function idCardNumber(written: string): string {
  return written.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

function sealing({ organisationId, resumeId }: Owner, purpose = "sensitive fields") {
  return { purpose, boundTo: `${organisationId}/${resumeId}` };
}
