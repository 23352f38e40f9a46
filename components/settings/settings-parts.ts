import { can } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";

/** The pages of the settings, in their order. */
export const settingsParts = [
  "people",
  "model",
  "recording",
  "access",
  "letters",
  "privacy",
  "audit",
  "system",
] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** Which of them somebody has: all for admins, the way in for programs for who may make tokens. */
export function settingsPartsOf(viewer: Viewer): SettingsPart[] {
  if (can(viewer, "settings:read")) return [...settingsParts];
  return can(viewer, "token:manage") ? ["access"] : [];
}
