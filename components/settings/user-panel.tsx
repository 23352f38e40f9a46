"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input, Select } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { callApi, noContent } from "@/lib/api/call-api";
import { userRoles } from "@/lib/auth/roles";
import type { UserView } from "@/lib/user/schema";

export function UserPanel({ users, viewerId }: { users: UserView[]; viewerId: string }) {
  const t = useTranslations("settings");
  const roles = useTranslations("roles");
  const format = useFormatter();
  const router = useRouter();
  const toast = useToast();
  const [isAdding, setAdding] = useState(false);
  const update = useMutation({
    mutationFn: ({ id, ...change }: { id: string; role?: string; isDisabled?: boolean }) =>
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
        {users.map(({ id, name, email, role, isDisabled, lastSignInAt }) => (
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
      {isAdding && <AddUser onClose={() => setAdding(false)} />}
    </section>
  );
}

function AddUser({ onClose }: { onClose: () => void }) {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  const roles = useTranslations("roles");
  const router = useRouter();
  const toast = useToast();
  const create = useMutation({
    mutationFn: (user: object) =>
      callApi("/api/v1/users", async () => (await import("@/lib/user/schema")).createdUser, {
        method: "POST",
        json: user,
      }),
    onSuccess: () => {
      toast(t("user_added"));
      router.refresh();
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate(Object.fromEntries(new FormData(event.currentTarget)));
  };
  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} title={t("add_user")}>
      <form className="flex flex-col gap-3 p-4" onSubmit={submit}>
        {create.error && <Problem>{create.error.message}</Problem>}
        <Field label={t("name")}>
          {(props) => <Input {...props} autoComplete="off" maxLength={100} name="name" required />}
        </Field>
        <Field label={t("email")}>
          {(props) => <Input {...props} autoComplete="off" name="email" required type="email" />}
        </Field>
        <Field label={t("role")}>
          {(props) => (
            <Select {...props} defaultValue="recruiter" name="role">
              {userRoles.map((role) => (
                <option key={role} value={role}>
                  {roles(role)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field hint={t("password_hint")} label={t("password")}>
          {(props) => (
            <Input
              {...props}
              autoComplete="new-password"
              maxLength={200}
              minLength={10}
              name="password"
              required
              type="password"
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button disabled={create.isPending} type="submit" variant="primary">
            {t("add_user")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
