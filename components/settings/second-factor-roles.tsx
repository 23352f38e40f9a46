"use client";

import { useTranslations } from "next-intl";
import { useSaveSettings } from "@/components/settings/use-save-settings";
import { Problem } from "@/components/ui/notices";
import { userRoles } from "@/lib/auth/roles";
import type { OrganisationSettings } from "@/lib/organisation/schema";

/** Who has to have a second factor: from the next request on they set one up before anything else. */
export function SecondFactorRoles({ required }: { required: OrganisationSettings["secondFactorRoles"] }) {
  const t = useTranslations("account");
  const roles = useTranslations("roles");
  const save = useSaveSettings(t("roles_saved"));
  return (
    <fieldset>
      <legend className="font-semibold text-lg">{t("roles_title")}</legend>
      <p className="mb-2 text-ink-soft text-sm">{t("roles_text")}</p>
      {save.error && <Problem>{save.error.message}</Problem>}
      <div className="flex flex-wrap gap-4 text-sm">
        {userRoles.map((role) => (
          <label className="flex items-center gap-2" key={role}>
            <input
              checked={required.includes(role)}
              disabled={save.isPending}
              onChange={(event) =>
                save.mutate({
                  secondFactorRoles: event.target.checked
                    ? [...required, role]
                    : required.filter((one) => one !== role),
                })
              }
              type="checkbox"
            />
            {roles(role)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
