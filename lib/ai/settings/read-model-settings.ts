import "server-only";
import { listUsage, monthOf } from "@/lib/ai/ledger";
import type { ModelSettingsView } from "@/lib/ai/schema";
import { environmentConnection, environmentModelNames } from "@/lib/ai/settings/environment";
import { modelNameOf } from "@/lib/ai/settings/find-model";
import { readStoredSettings } from "@/lib/ai/settings/stored-settings";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";

/** The settings without the key, and what this month's calls came to. */
export async function readModelSettings({ viewer }: { viewer: Viewer }): Promise<ModelSettingsView> {
  assertCan(viewer, "settings:read");
  const { organisationId } = viewer;
  const month = monthOf();
  const [stored, usage] = await Promise.all([readStoredSettings(organisationId), listUsage({ organisationId, month })]);
  const { encryptedApiKey, ...shown } = stored;
  const connection = environmentConnection();
  return {
    ...shown,
    hasApiKey: encryptedApiKey !== null,
    environment: {
      hasConnection: connection !== null,
      baseUrl: connection?.baseUrl ?? "",
      modelNames: environmentModelNames(),
    },
    active: {
      draft: modelNameOf({ stored, task: "draft" }),
      summary: modelNameOf({ stored, task: "summary" }),
      fields: stored.fillsFields ? modelNameOf({ stored, task: "fields" }) : null,
      experts: stored.asksExperts ? modelNameOf({ stored, task: "experts" }) : null,
      interview: modelNameOf({ stored, task: "interview" }),
      review: modelNameOf({ stored, task: "review" }),
      recommendation: modelNameOf({ stored, task: "recommendation" }),
      video: modelNameOf({ stored, task: "video" }),
    },
    month,
    usage,
  };
}
