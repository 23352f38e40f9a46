"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input, Select } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/call-api";
import { userRoles } from "@/lib/auth/roles";

export default function AddUserDialog({ onClose }: { onClose: () => void }) {
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
              maxLength={256}
              minLength={8}
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
