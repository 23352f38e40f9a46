"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { SecretOnce } from "@/components/settings/secret-once";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { callApi, noContent } from "@/lib/api/call-api";
import type { TokenView } from "@/lib/user/schema";

const created = async () => (await import("@/lib/user/schema")).createdToken;

export function TokenPanel({ tokens }: { tokens: TokenView[] }) {
  const t = useTranslations("settings");
  const format = useFormatter();
  const router = useRouter();
  const toast = useToast();
  const [secret, setSecret] = useState<string | null>(null);
  const create = useMutation({
    mutationFn: (json: { name: string; scopes: string[]; days: number | null }) =>
      callApi("/api/v1/tokens", created, { method: "POST", json }),
    onSuccess: ({ token }) => {
      setSecret(token);
      router.refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: (id: string) => callApi(`/api/v1/tokens/${id}`, noContent, { method: "DELETE" }),
    onSuccess: () => {
      toast(t("token_revoked"));
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const scopes = data.get("scope") === "read" ? ["read"] : [];
    const days = Number(data.get("days")) || null;
    create.mutate({ name: String(data.get("name")), scopes, days }, { onSuccess: () => form.reset() });
  };

  return (
    <section aria-labelledby="tokens">
      <h2 className="font-semibold text-lg" id="tokens">
        {t("tokens")}
      </h2>
      <p className="mb-3 text-ink-soft text-sm">{t("tokens_text")}</p>
      {(create.error ?? revoke.error) && <Problem>{(create.error ?? revoke.error)?.message}</Problem>}
      {secret && <SecretOnce onKept={() => setSecret(null)} secrets={[{ value: secret }]} />}
      <form className="mb-3 flex flex-wrap gap-2" onSubmit={submit}>
        <Input
          aria-label={t("token_name")}
          className="w-56"
          maxLength={100}
          name="name"
          placeholder={t("token_name")}
          required
        />
        <Select aria-label={t("token_scope")} className="w-auto" name="scope">
          <option value="all">{t("token_scope_all")}</option>
          <option value="read">{t("token_scope_read")}</option>
        </Select>
        <Select aria-label={t("token_expiry")} className="w-auto" defaultValue="90" name="days">
          {[30, 90, 365].map((days) => (
            <option key={days} value={days}>
              {t("token_days", { count: days })}
            </option>
          ))}
          <option value="">{t("token_forever")}</option>
        </Select>
        <Button disabled={create.isPending} type="submit">
          {t("create_token")}
        </Button>
      </form>
      {tokens.length > 0 && (
        <Table
          columns={[
            { label: t("token_name") },
            { label: t("token_prefix") },
            { label: t("token_scope"), look: "max-sm:hidden" },
            { label: t("token_expiry"), look: "max-sm:hidden" },
            { label: t("token_owner"), look: "max-sm:hidden" },
            { label: t("token_last_used"), look: "max-sm:hidden" },
            { label: t("actions"), isLabelHidden: true },
          ]}
        >
          {tokens.map(({ id, name, prefix, owner, scopes, expiresAt, lastUsedAt }) => (
            <tr key={id}>
              <td className="font-medium">{name}</td>
              <td>
                <code>{prefix}…</code>
              </td>
              <td className="max-w-60 text-ink-soft max-sm:hidden">
                {scopes.length === 0
                  ? t("token_scope_all")
                  : scopes.map((scope) => (scope === "read" ? t("token_scope_read") : scope)).join(", ")}
              </td>
              <td className="tabular text-ink-faint max-sm:hidden">
                {expiresAt ? format.dateTime(new Date(expiresAt), { dateStyle: "medium" }) : t("token_forever")}
              </td>
              <td className="text-ink-soft max-sm:hidden">{owner}</td>
              <td className="tabular text-ink-faint max-sm:hidden">
                {lastUsedAt
                  ? format.dateTime(new Date(lastUsedAt), { dateStyle: "medium", timeStyle: "short" })
                  : t("never")}
              </td>
              <td className="text-right">
                <Button disabled={revoke.isPending} onClick={() => revoke.mutate(id)} size="sm" variant="danger">
                  {t("revoke")}
                </Button>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
