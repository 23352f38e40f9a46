// Apart from the schemas, so that the browser can list them without fetching zod.

export const privacyRecordKinds = ["notice", "consent", "withdrawal", "objection"] as const;
export type PrivacyRecordKind = (typeof privacyRecordKinds)[number];

export const privacyRecordWays = ["email", "form", "phone", "in_person", "other"] as const;
export type PrivacyRecordWay = (typeof privacyRecordWays)[number];

export const consentKinds = ["interview", "recording_link", "recording"] as const;
