"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { unlockResume } from "@/lib/resume/page-queries";

/** Asks for the password of a PDF. It opens the file once and is kept nowhere. */
export function PasswordForm({ resumeId, onRead }: { resumeId: string; onRead: () => void }) {
  const t = useTranslations("unreadable_page");
  const [password, setPassword] = useState("");
  const unlock = useMutation({ mutationFn: () => unlockResume(resumeId, password), onSuccess: onRead });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password) unlock.mutate();
  };
  return (
    <form className="flex items-start gap-2" onSubmit={submit}>
      <Field className="flex-1" error={unlock.error?.message} hint={t("password_hint")} label={t("password")}>
        {(props) => (
          <Input
            {...props}
            autoComplete="off"
            maxLength={200}
            onChange={(event) => setPassword(event.target.value)}
            type="password"
            value={password}
          />
        )}
      </Field>
      <Button className="mt-6" disabled={unlock.isPending || !password} type="submit">
        {t("unlock")}
      </Button>
    </form>
  );
}
