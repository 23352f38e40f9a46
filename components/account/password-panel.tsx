"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { callApi, noContent } from "@/lib/api/call-api";

export function PasswordPanel() {
  const t = useTranslations("account");
  const router = useRouter();
  const toast = useToast();
  const change = useMutation({
    mutationFn: (json: object) => callApi("/api/v1/account/password", noContent, { method: "POST", json }),
    onSuccess: () => {
      toast(t("password_changed"));
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    change.mutate(Object.fromEntries(new FormData(form)), { onSuccess: () => form.reset() });
  };
  return (
    <section aria-labelledby="password">
      <h2 className="font-semibold text-lg" id="password">
        {t("password")}
      </h2>
      <p className="mb-3 text-ink-soft text-sm">{t("password_text")}</p>
      {change.error && <Problem>{change.error.message}</Problem>}
      <form className="flex max-w-100 flex-col gap-3" onSubmit={submit}>
        <Field label={t("password_now")}>
          {(props) => <Input {...props} autoComplete="current-password" name="password" required type="password" />}
        </Field>
        <Field hint={t("password_hint")} label={t("password_new")}>
          {(props) => (
            <Input
              {...props}
              autoComplete="new-password"
              maxLength={256}
              minLength={8}
              name="newPassword"
              required
              type="password"
            />
          )}
        </Field>
        <div>
          <Button disabled={change.isPending} type="submit">
            {t("password_change")}
          </Button>
        </div>
      </form>
    </section>
  );
}
