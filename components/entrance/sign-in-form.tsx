"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";

type Failure = "wrong" | "rate_limited" | "unavailable";

export function SignInForm() {
  const t = useTranslations("sign_in");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    const result = await signIn("credentials", {
      email: String(form.get("email")),
      password: String(form.get("password")),
      redirect: false,
    }).catch(() => null);
    if (result?.ok && !result.error) {
      location.assign("/");
      return;
    }
    setBusy(false);
    setFailure(
      result?.error === "CredentialsSignin"
        ? "wrong"
        : result?.error === "rate_limited"
          ? "rate_limited"
          : "unavailable",
    );
  };

  return (
    <form className="flex flex-col gap-3" method="post" onSubmit={(event) => void submit(event)}>
      {failure && <Problem>{t(failure)}</Problem>}
      <Field label={t("email")}>
        {(props) => <Input {...props} autoComplete="username" autoFocus name="email" required type="email" />}
      </Field>
      <Field label={t("password")}>
        {(props) => <Input {...props} autoComplete="current-password" name="password" required type="password" />}
      </Field>
      <Button className="mt-1 h-9" disabled={isBusy} type="submit" variant="primary">
        {isBusy ? t("busy") : t("submit")}
      </Button>
    </form>
  );
}
