"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { SecretOnce } from "@/components/settings/secret-once";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Problem } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import { callApi, noContent } from "@/lib/api/call-api";
import type { CreatedParseAccount, ParseAccountView } from "@/lib/parse-account/schema";

const created = async () => (await import("@/lib/parse-account/schema")).createdParseAccount;

/** Accounts for clients written for ResumeSDK, with how many of their calls are used. */
export function ParseAccountPanel({ accounts }: { accounts: ParseAccountView[] }) {
  const t = useTranslations("parse_accounts");
  const trial = useTranslations("parse_trial");
  const format = useFormatter();
  const router = useRouter();
  const [account, setAccount] = useState<CreatedParseAccount | null>(null);
  const create = useMutation({
    mutationFn: (json: { name: string; usageLimit: number }) =>
      callApi("/api/v1/parse-accounts", created, { method: "POST", json }),
    onSuccess: (made) => {
      setAccount(made);
      router.refresh();
    },
  });
  const update = useMutation({
    mutationFn: ({ id, ...json }: { id: string; isDisabled?: boolean; usageLimit?: number }) =>
      callApi(`/api/v1/parse-accounts/${id}`, noContent, { method: "PATCH", json }),
    onSuccess: () => router.refresh(),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    create.mutate(
      { name: String(data.get("name")), usageLimit: Number(data.get("limit")) },
      { onSuccess: () => form.reset() },
    );
  };
  const error = create.error ?? update.error;

  return (
    <section aria-labelledby="parse-accounts">
      <h2 className="font-semibold text-lg" id="parse-accounts">
        {t("title")}
      </h2>
      <p className="mb-3 max-w-170 text-ink-soft text-sm">
        {t("text")}{" "}
        <Link className="text-accent underline" href="/parser">
          {trial("link")}
        </Link>
      </p>
      {error && <Problem>{error.message}</Problem>}
      {account && (
        <SecretOnce
          onKept={() => setAccount(null)}
          secrets={[
            { label: "uid", value: String(account.uid) },
            { label: "pwd", value: account.pwd },
            { label: "APPCODE", value: account.appCode },
          ]}
        />
      )}
      <form className="mb-3 flex flex-wrap items-end gap-2" onSubmit={submit}>
        <Field className="w-60" label={t("name")}>
          {(props) => <Input {...props} maxLength={100} name="name" required />}
        </Field>
        <Field className="w-36" label={t("limit")}>
          {(props) => (
            <Input {...props} defaultValue={1000} max={1_000_000_000} min={0} name="limit" required type="number" />
          )}
        </Field>
        <Button disabled={create.isPending} type="submit">
          {t("create")}
        </Button>
      </form>
      {accounts.length > 0 && (
        <Table
          columns={[
            { label: "uid" },
            { label: t("name") },
            { label: t("used"), look: "number" },
            { label: t("last_used"), look: "max-sm:hidden" },
            { label: t("actions"), isLabelHidden: true },
          ]}
        >
          {accounts.map(({ id, uid, name, usageCount, usageLimit, isDisabled, lastUsedAt }) => (
            <tr key={id}>
              <td className="tabular">{uid}</td>
              <td className={isDisabled ? "text-ink-faint line-through" : "font-medium"}>{name}</td>
              <td className="number">
                {format.number(usageCount)} / {format.number(usageLimit)}
              </td>
              <td className="tabular text-ink-faint max-sm:hidden">
                {lastUsedAt ? format.dateTime(new Date(lastUsedAt), { dateStyle: "medium" }) : t("never")}
              </td>
              <td className="whitespace-nowrap text-right">
                <Button
                  aria-label={t("add_of", { name })}
                  disabled={update.isPending}
                  onClick={() => update.mutate({ id, usageLimit: usageLimit + 1000 })}
                  size="sm"
                  variant="quiet"
                >
                  {t("add")}
                </Button>
                <Button
                  aria-label={isDisabled ? t("enable_of", { name }) : t("disable_of", { name })}
                  disabled={update.isPending}
                  onClick={() => update.mutate({ id, isDisabled: !isDisabled })}
                  size="sm"
                  variant="quiet"
                >
                  {isDisabled ? t("enable") : t("disable")}
                </Button>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
