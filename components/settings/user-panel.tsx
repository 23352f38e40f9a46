"use client";

import { useMutation } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { callApi, noContent } from "@/lib/api/call-api";
import { userRoles } from "@/lib/auth/roles";
import type { UserView } from "@/lib/user/schema";

const AddUserDialog = dynamic(() => import("@/components/settings/add-user-dialog"), { ssr: false });

export function UserPanel({ users, viewerId }: { users: UserView[]; viewerId: string }) {
  const t = useTranslations("settings");
  const roles = useTranslations("roles");
  const format = useFormatter();
  const router = useRouter();
  const toast = useToast();
  const [isAdding, setAdding] = useState(false);
  const update = useMutation({
    mutationFn: ({ id, ...change }: { id: string; role?: string; isDisabled?: boolean; resetsSecondFactor?: true }) =>
      callApi(`/api/v1/users/${id}`, noContent, { method: "PATCH", json: change }),
    onSuccess: () => toast(t("user_saved")),
    onSettled: () => router.refresh(),
  });

  return (
    <section aria-labelledby="users">
      <div className="mb-2 flex items-center gap-3">
        <h2 className="font-semibold text-lg" id="users">
          {t("users")}
        </h2>
        <Button className="ml-auto" onClick={() => setAdding(true)} size="sm">
          {t("add_user")}
        </Button>
      </div>
      {update.error && <Problem>{update.error.message}</Problem>}
      <Table
        columns={[
          { label: t("name") },
          { label: t("email"), look: "max-sm:hidden" },
          { label: t("role") },
          { label: t("last_sign_in"), look: "max-sm:hidden" },
          { label: t("actions"), isLabelHidden: true },
        ]}
      >
        {users.map(({ id, name, email, role, isDisabled, hasSecondFactor, lastSignInAt }) => (
          <tr key={id}>
            <td className={isDisabled ? "text-ink-faint line-through" : "font-medium"}>{name}</td>
            <td className="break-all text-ink-soft max-sm:hidden">{email}</td>
            <td>
              <Select
                aria-label={t("role_of", { name })}
                className="w-auto"
                disabled={id === viewerId || update.isPending}
                onChange={(event) => update.mutate({ id, role: event.target.value })}
                value={role}
              >
                {userRoles.map((option) => (
                  <option key={option} value={option}>
                    {roles(option)}
                  </option>
                ))}
              </Select>
            </td>
            <td className="tabular text-ink-faint max-sm:hidden">
              {lastSignInAt ? format.dateTime(new Date(lastSignInAt), { dateStyle: "medium" }) : t("never")}
            </td>
            <td className="text-right">
              {hasSecondFactor && (
                <Button
                  disabled={update.isPending}
                  onClick={() => update.mutate({ id, resetsSecondFactor: true })}
                  size="sm"
                  title={t("second_factor_reset_text")}
                  variant="quiet"
                >
                  {t("second_factor_reset")}
                </Button>
              )}
              {id !== viewerId && (
                <Button
                  disabled={update.isPending}
                  onClick={() => update.mutate({ id, isDisabled: !isDisabled })}
                  size="sm"
                  variant="quiet"
                >
                  {isDisabled ? t("enable") : t("disable")}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {isAdding && <AddUserDialog onClose={() => setAdding(false)} />}
    </section>
  );
}
