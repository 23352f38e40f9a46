"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { callApi } from "@/lib/api/call-api";
import { signIn } from "@/lib/auth/session-client";

const accepted = async () => (await import("@/lib/user/schema")).acceptedInvitation;

/** Makes the account that the link was for, and signs it in. */
export function InvitationForm() {
  const t = useTranslations("invitation");
  const setUp = useTranslations("set_up");
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get("password"));
    setBusy(true);
    setFailure(null);
    try {
      // The token follows the # of the link: it never reached the server's logs.
      const json = { name: String(form.get("name")), password, token: location.hash.slice(1) };
      const { email } = await callApi("/api/v1/invitations/accepted", accepted, { method: "POST", json });
      await signIn({ email, password });
      location.assign("/");
    } catch (error) {
      setBusy(false);
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form className="flex flex-col gap-3" method="post" onSubmit={(event) => void submit(event)}>
      {failure && <Problem>{failure}</Problem>}
      <Field label={setUp("name")}>
        {(props) => <Input {...props} autoComplete="name" autoFocus maxLength={100} name="name" required />}
      </Field>
      <Field hint={setUp("password_hint")} label={setUp("password")}>
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
