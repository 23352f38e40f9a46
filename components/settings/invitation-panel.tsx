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
import { callApi, noContent } from "@/lib/api/call-api";
import { userRoles } from "@/lib/auth/roles";
import type { InvitationView } from "@/lib/user/schema";

const created = async () => (await import("@/lib/user/schema")).createdInvitation;

/** A link for each person who is to make their own account. */
export function InvitationPanel({ invitations }: { invitations: InvitationView[] }) {
  const t = useTranslations("invitation");
  const settings = useTranslations("settings");
  const roles = useTranslations("roles");
  const format = useFormatter();
  const router = useRouter();
  const [link, setLink] = useState<string | null>(null);
  const create = useMutation({
    mutationFn: (json: object) => callApi("/api/v1/invitations", created, { method: "POST", json }),
    onSuccess: ({ path }) => {
      setLink(new URL(path, location.origin).href);
      router.refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: (id: string) => callApi(`/api/v1/invitations/${id}`, noContent, { method: "DELETE" }),
    onSettled: () => router.refresh(),
  });
  const error = create.error ?? revoke.error;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    create.mutate(Object.fromEntries(new FormData(form)), { onSuccess: () => form.reset() });
  };
  return (
    <section aria-labelledby="invitations">
      <h2 className="font-semibold text-lg" id="invitations">
        {t("invitations")}
      </h2>
      <p className="mb-3 text-ink-soft text-sm">{t("invitations_text")}</p>
      {error && <Problem>{error.message}</Problem>}
      {link && <SecretOnce onKept={() => setLink(null)} secrets={[{ value: link }]} />}
      <form className="mb-3 flex flex-wrap gap-2" onSubmit={submit}>
        <Input
          aria-label={settings("name")}
          className="w-40"
          maxLength={100}
          name="name"
          placeholder={settings("name")}
          required
        />
        <Input
          aria-label={settings("email")}
          autoComplete="off"
          className="w-56"
          name="email"
          placeholder={settings("email")}
          required
          type="email"
        />
        <Select aria-label={settings("role")} className="w-auto" defaultValue="recruiter" name="role">
          {userRoles.map((role) => (
            <option key={role} value={role}>
              {roles(role)}
            </option>
          ))}
        </Select>
        <Button disabled={create.isPending} type="submit">
          {t("invite")}
        </Button>
      </form>
      {invitations.length > 0 && (
        <Table
          columns={[
            { label: settings("name") },
            { label: settings("email"), look: "max-sm:hidden" },
            { label: settings("role") },
            { label: t("until"), look: "max-sm:hidden" },
            { label: settings("actions"), isLabelHidden: true },
          ]}
        >
          {invitations.map(({ id, name, email, role, expiresAt }) => (
            <tr key={id}>
              <td className="font-medium">{name}</td>
              <td className="break-all text-ink-soft max-sm:hidden">{email}</td>
              <td>{roles(role)}</td>
              <td className="tabular text-ink-faint max-sm:hidden">
                {format.dateTime(new Date(expiresAt), { dateStyle: "medium" })}
              </td>
              <td className="text-right">
                <Button disabled={revoke.isPending} onClick={() => revoke.mutate(id)} size="sm" variant="danger">
                  {settings("revoke")}
                </Button>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
