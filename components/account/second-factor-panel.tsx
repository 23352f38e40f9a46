"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { callApi, noContent } from "@/lib/api/call-api";
import type { AccountView } from "@/lib/auth/schema";

const address = "/api/v1/account/second-factor";
const schema = () => import("@/lib/auth/schema");
const setUp = async () => (await schema()).secondFactorSetUp;
const codes = async () => (await schema()).recoveryCodes;

/** Turning a second factor on, by picture or by typing; off; and codes for a lost telephone. */
export function SecondFactorPanel({ factor }: { factor: AccountView["secondFactor"] }) {
  const t = useTranslations("account");
  const router = useRouter();
  const toast = useToast();
  const [shownCodes, setShownCodes] = useState<string[] | null>(null);
  const begin = useMutation({ mutationFn: () => callApi(address, setUp, { method: "POST" }), gcTime: 0 });
  const enable = useMutation({
    mutationFn: (code: string) => callApi(address, codes, { method: "PUT", json: { code } }),
    onSuccess: (answer) => {
      setShownCodes(answer.codes);
      begin.reset();
      router.refresh();
    },
    gcTime: 0,
  });
  const renew = useMutation({
    mutationFn: (password: string) =>
      callApi("/api/v1/account/recovery-codes", codes, { method: "POST", json: { password } }),
    onSuccess: (answer) => {
      setShownCodes(answer.codes);
      router.refresh();
    },
    gcTime: 0,
  });
  const disable = useMutation({
    mutationFn: (password: string) => callApi(address, noContent, { method: "DELETE", json: { password } }),
    onSuccess: () => {
      toast(t("factor_off_done"));
      setShownCodes(null);
      router.refresh();
    },
  });
  const error = begin.error ?? enable.error ?? renew.error ?? disable.error;
  const isBusy = renew.isPending || disable.isPending;
  const withCode = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    enable.mutate(String(new FormData(event.currentTarget).get("code")));
  };
  return (
    <section aria-labelledby="second-factor">
      <h2 className="font-semibold text-lg" id="second-factor">
        {t("factor")}
      </h2>
      <p className="mb-3 text-ink-soft text-sm">
        {factor.isEnabled ? t("factor_on", { count: factor.recoveryCodesLeft }) : t("factor_text")}
      </p>
      {error && <Problem>{error.message}</Problem>}
      {shownCodes && <Codes codes={shownCodes} onKept={() => setShownCodes(null)} />}
      {!factor.isEnabled && !begin.data && (
        <Button disabled={begin.isPending} onClick={() => begin.mutate()} variant="primary">
          {t("factor_begin")}
        </Button>
      )}
      {begin.data && (
        <form className="flex flex-wrap items-start gap-5" onSubmit={withCode}>
          {/* Black on white in either theme: telephones read it so. */}
          <img
            alt={t("factor_picture")}
            className="size-44 rounded-md bg-white"
            src={`data:image/svg+xml,${encodeURIComponent(begin.data.svg)}`}
          />
          <div className="flex max-w-80 flex-col gap-3 text-sm">
            <p className="text-ink-soft">{t("factor_scan")}</p>
            <code className="select-all break-all rounded-sm bg-sunken px-2 py-1 text-xs">{begin.data.secret}</code>
            <Field label={t("factor_code")}>
              {(props) => (
                <Input
                  {...props}
                  autoComplete="one-time-code"
                  autoFocus
                  className="w-32"
                  inputMode="numeric"
                  name="code"
                  pattern="[0-9 ]{6,7}"
                  required
                />
              )}
            </Field>
            <div className="flex gap-2">
              <Button disabled={enable.isPending} type="submit" variant="primary">
                {t("factor_enable")}
              </Button>
              <Button onClick={() => begin.reset()}>{t("factor_cancel")}</Button>
            </div>
          </div>
        </form>
      )}
      {factor.isEnabled && (
        <PasswordForm
          canDisable={!factor.isRequired}
          isBusy={isBusy}
          onDisable={(password) => disable.mutate(password)}
          onRenew={(password) => renew.mutate(password)}
        />
      )}
    </section>
  );
}

type PasswordFormProps = {
  canDisable: boolean;
  isBusy: boolean;
  onRenew: (password: string) => void;
  onDisable: (password: string) => void;
};

function PasswordForm({ canDisable, isBusy, onRenew, onDisable }: PasswordFormProps) {
  const t = useTranslations("account");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const password = String(new FormData(event.currentTarget).get("password"));
    if (submitter?.getAttribute("value") === "disable") onDisable(password);
    else onRenew(password);
    event.currentTarget.reset();
  };
  return (
    <form className="flex flex-wrap items-end gap-2" onSubmit={submit}>
      <Field label={t("password_now")}>
        {(props) => <Input {...props} autoComplete="current-password" name="password" required type="password" />}
      </Field>
      <Button disabled={isBusy} type="submit" value="renew">
        {t("codes_renew")}
      </Button>
      {canDisable && (
        <Button disabled={isBusy} type="submit" value="disable" variant="danger">
          {t("factor_disable")}
        </Button>
      )}
    </form>
  );
}

function Codes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useTranslations("account");
  return (
    <div className="mb-4 rounded-md border border-line p-4" role="status">
      <p className="mb-2 text-sm">{t("codes_once")}</p>
      <ul className="tabular grid grid-cols-2 gap-1 font-mono text-sm max-sm:grid-cols-1">
        {codes.map((code) => (
          <li className="select-all" key={code}>
            {code}
          </li>
        ))}
      </ul>
      <Button className="mt-3" onClick={onKept} size="sm">
        {t("codes_kept")}
      </Button>
    </div>
  );
}
