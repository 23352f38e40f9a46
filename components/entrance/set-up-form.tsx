"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { callApi, noContent } from "@/lib/api/call-api";
import { signIn } from "@/lib/auth/session-client";

export function SetUpForm() {
  const t = useTranslations("set_up");
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const admin = {
      name: String(form.get("name")),
      email: String(form.get("email")),
      password: String(form.get("password")),
    };
    setBusy(true);
    setFailure(null);
    try {
      // The token follows the # of the link: it never reached the server's logs.
      await callApi("/api/v1/set-up", noContent, {
        method: "POST",
        json: { ...admin, token: location.hash.slice(1) },
      });
      await signIn(admin);
      location.assign("/");
    } catch (error) {
      setBusy(false);
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <form className="flex flex-col gap-3" method="post" onSubmit={(event) => void submit(event)}>
      {failure && <Problem>{failure}</Problem>}
      <Field label={t("name")}>
        {(props) => <Input {...props} autoComplete="name" autoFocus maxLength={100} name="name" required />}
      </Field>
      <Field label={t("email")}>
        {(props) => <Input {...props} autoComplete="username" name="email" required type="email" />}
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
      <Button className="mt-1" disabled={isBusy} size="lg" type="submit" variant="primary">
        {t("submit")}
      </Button>
    </form>
  );
}
