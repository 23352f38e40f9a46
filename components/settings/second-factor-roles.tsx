"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { callApi, noContent } from "@/lib/api/call-api";
import { userRoles } from "@/lib/auth/roles";
import type { OrganisationSettings } from "@/lib/organisation/schema";

/** Who has to have a second factor: from the next request on they set one up before anything else. */
export function SecondFactorRoles({ required }: { required: OrganisationSettings["secondFactorRoles"] }) {
  const t = useTranslations("account");
  const roles = useTranslations("roles");
  const router = useRouter();
  const toast = useToast();
  const save = useMutation({
    mutationFn: (secondFactorRoles: string[]) =>
      callApi("/api/v1/organisation-settings", noContent, { method: "PATCH", json: { secondFactorRoles } }),
    onSuccess: () => {
      toast(t("roles_saved"));
      router.refresh();
    },
  });
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
                save.mutate(event.target.checked ? [...required, role] : required.filter((one) => one !== role))
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
