"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { type SignInFailure, signIn } from "@/lib/auth/session-client";

/** The second factor of somebody whom the company's own sign-in let through. */
export function CodeForm() {
  const t = useTranslations("sign_in");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code"));
    setBusy(true);
    setFailure(null);
    const failed = await signIn({ step: "code", code });
    if (!failed) {
      location.assign("/");
      return;
    }
    setBusy(false);
    setFailure(failed);
  };
  return (
    <form className="flex flex-col gap-3" method="post" onSubmit={(event) => void submit(event)}>
      {failure && <Problem>{t(failure)}</Problem>}
      <Field hint={t("code_hint")} label={t("code")}>
        {(props) => <Input {...props} autoComplete="one-time-code" autoFocus maxLength={40} name="code" required />}
      </Field>
      <Button className="mt-1" disabled={isBusy} size="lg" type="submit" variant="primary">
        {isBusy ? t("busy") : t("submit")}
      </Button>
      <a className="text-center text-ink-soft text-sm underline" href="/sign-in">
        {t("start_again")}
      </a>
    </form>
  );
}
