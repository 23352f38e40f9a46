"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { type SignInFailure, signIn } from "@/lib/auth/session-client";

export function SignInForm() {
  const t = useTranslations("sign_in");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const [asksCode, setAsksCode] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    const code = form.get("code");
    const failed = await signIn({
      ...{ email: String(form.get("email")), password: String(form.get("password")) },
      ...(code !== null && { code: String(code) }),
    });
    if (!failed) {
      location.assign("/");
      return;
    }
    setBusy(false);
    setFailure(failed);
    if (failed === "code_needed") setAsksCode(true);
  };

  return (
    <form className="flex flex-col gap-3" method="post" onSubmit={(event) => void submit(event)}>
      {failure && failure !== "code_needed" && <Problem>{t(failure)}</Problem>}
      <Field label={t("email")}>
        {(props) => <Input {...props} autoComplete="username" autoFocus name="email" required type="email" />}
      </Field>
      <Field label={t("password")}>
        {(props) => <Input {...props} autoComplete="current-password" name="password" required type="password" />}
      </Field>
      {asksCode && (
        <Field hint={t("code_hint")} label={t("code")}>
          {(props) => <Input {...props} autoComplete="one-time-code" autoFocus maxLength={40} name="code" required />}
        </Field>
      )}
      <Button className="mt-1" disabled={isBusy} size="lg" type="submit" variant="primary">
        {isBusy ? t("busy") : t("submit")}
      </Button>
    </form>
  );
}
