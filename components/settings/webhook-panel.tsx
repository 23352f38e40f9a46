"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { SecretOnce } from "@/components/settings/secret-once";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { callApi, noContent } from "@/lib/api/call-api";
import { webhookEvents } from "@/lib/webhook/kinds";
import type { EndpointView } from "@/lib/webhook/schema";

const address = "/api/v1/webhooks";
const schema = () => import("@/lib/webhook/schema");

/** Servers that are told of events, and what they were told. */
export function WebhookPanel({ endpoints }: { endpoints: EndpointView[] }) {
  const t = useTranslations("webhooks");
  const router = useRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const add = useMutation({
    mutationFn: (json: { url: string; events: string[] }) =>
      callApi(address, async () => (await schema()).addedEndpoint, { method: "POST", json }),
    onSuccess: (added) => {
      setSecret(added.secret);
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const json = { url: String(data.get("url")), events: data.getAll("events").map(String) };
    add.mutate(json, { onSuccess: () => form.reset() });
  };
  return (
    <section aria-labelledby="webhooks" className="flex flex-col gap-3">
      <h2 className="font-semibold text-lg" id="webhooks">
        {t("title")}
      </h2>
      <p className="text-ink-soft text-sm">{t("note")}</p>
      {secret && <SecretOnce onKept={() => setSecret(null)} secrets={[{ value: secret }]} />}
      <form className="flex flex-col gap-2" onSubmit={submit}>
        <div className="flex max-w-160 gap-2">
          <Input aria-label={t("url")} name="url" placeholder="https://…" required type="url" />
          <Button disabled={add.isPending} type="submit">
            {t("add")}
          </Button>
        </div>
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <legend className="sr-only">{t("events")}</legend>
          {webhookEvents.map((event) => (
            <label className="flex items-center gap-1.5" key={event}>
              <input defaultChecked name="events" type="checkbox" value={event} />
              <code>{event}</code>
            </label>
          ))}
        </fieldset>
      </form>
      {add.error && <Problem>{add.error.message}</Problem>}
      <ul className="flex flex-col gap-2">
        {endpoints.map((endpoint) => (
          <li key={endpoint.id}>
            <Endpoint endpoint={endpoint} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Endpoint({ endpoint }: { endpoint: EndpointView }) {
  const t = useTranslations("webhooks");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { id, url, isDisabled, events } = endpoint;
  const act = useMutation({
    mutationFn: (change: { isDisabled: boolean } | null) =>
      callApi(`${address}/${id}`, noContent, change ? { method: "PATCH", json: change } : { method: "DELETE" }),
    onSuccess: () => router.refresh(),
  });
  return (
    <details
      className="rounded-md border border-line text-sm"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="flex cursor-pointer flex-wrap items-baseline gap-2 px-3 py-2">
        <span className="break-all font-medium">{url}</span>
        {isDisabled && <span className="text-ink-faint text-xs">{t("off")}</span>}
      </summary>
      <div className="flex flex-col gap-2 px-3 pb-3">
        <p className="text-ink-faint text-xs">{events.join(" · ")}</p>
        <div className="flex gap-2">
          <Button disabled={act.isPending} onClick={() => act.mutate({ isDisabled: !isDisabled })} size="sm">
            {t(isDisabled ? "enable" : "disable")}
          </Button>
          <Button disabled={act.isPending} onClick={() => act.mutate(null)} size="sm" variant="danger">
            {t("remove")}
          </Button>
        </div>
        {isOpen && <Deliveries endpointId={id} />}
      </div>
    </details>
  );
}

function Deliveries({ endpointId }: { endpointId: string }) {
  const t = useTranslations("webhooks");
  const format = useFormatter();
  const toast = useToast();
  const { data = [], refetch } = useQuery({
    queryKey: ["webhook-deliveries", endpointId],
    queryFn: ({ signal }) =>
      callApi(`${address}/${endpointId}/deliveries`, async () => (await schema()).deliveryView.array(), { signal }),
  });
  const replay = useMutation({
    mutationFn: (id: string) =>
      callApi(`${address}/${endpointId}/deliveries/${id}/replays`, noContent, { method: "POST" }),
    onSuccess: () => {
      toast(t("replayed"));
      return refetch();
    },
    onError: ({ message }) => toast(message),
  });
  if (data.length === 0) return <p className="text-ink-soft">{t("none")}</p>;
  return (
    <ul aria-label={t("deliveries")}>
      {data.map(({ id, type, state, attempts, createdAt }) => {
        const last = attempts.at(-1);
        return (
          <li className="flex flex-wrap items-center gap-3 border-line border-t py-1.5" key={id}>
            <code>{type}</code>
            <span>{t(`state_${state}`)}</span>
            <span className="text-ink-faint text-xs">
              {t("attempts", { count: attempts.length })} {last?.status ?? last?.error ?? ""}
            </span>
            <span className="tabular ml-auto text-ink-faint text-xs">
              {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
            </span>
            {state !== "pending" && (
              <Button onClick={() => replay.mutate(id)} size="sm">
                {t("replay")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
