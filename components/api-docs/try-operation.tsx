"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input, Textarea } from "@/components/ui/field";

type TryOperationProps = {
  method: string;
  path: string;
  parameters: { name: string; place: "path" | "query" }[];
  example: string | null;
};
type Answer = { status: number; text: string };

const longestShown = 20_000;

/** Calls one address as who is signed in, and shows what it says. */
export function TryOperation({ method, path, parameters, example }: TryOperationProps) {
  const t = useTranslations("api_docs");
  const [isOpen, setOpen] = useState(false);
  const call = useMutation({ mutationFn: (form: FormData) => send({ method, path, parameters, example }, form) });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    call.mutate(new FormData(event.currentTarget));
  };
  if (!isOpen)
    return (
      <Button className="self-start" onClick={() => setOpen(true)} size="sm">
        {t("try")}
      </Button>
    );
  return (
    <form className="flex max-w-160 flex-col gap-2" onSubmit={submit}>
      {parameters.map(({ name, place }) => (
        <Input
          aria-label={name}
          key={`${place} ${name}`}
          name={`${place} ${name}`}
          placeholder={name}
          required={place === "path"}
        />
      ))}
      {example !== null && <Textarea aria-label={t("body")} defaultValue={example} name="body" rows={8} />}
      <Button className="self-start" disabled={call.isPending} size="sm" type="submit" variant="primary">
        {t("send", { method })}
      </Button>
      {call.error && <p className="text-danger">{call.error.message}</p>}
      {call.data && (
        <output>
          <p className="tabular font-medium">{call.data.status}</p>
          <pre className="max-h-96 overflow-auto rounded-md bg-sunken p-3 text-xs">{call.data.text}</pre>
        </output>
      )}
    </form>
  );
}

async function send({ method, path, parameters, example }: TryOperationProps, form: FormData): Promise<Answer> {
  const filledIn = (key: string) => String(form.get(key) ?? "").trim();
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(filledIn(`path ${name}`)));
  const query = new URLSearchParams(
    parameters.flatMap(({ name, place }) => {
      const value = place === "query" ? filledIn(`query ${name}`) : "";
      return value ? [[name, value]] : [];
    }),
  );
  const response = await fetch(query.size > 0 ? `${address}?${query}` : address, {
    method,
    ...(example !== null && { body: filledIn("body"), headers: { "content-type": "application/json" } }),
  });
  const text = await response.text();
  return { status: response.status, text: laidOut(text).slice(0, longestShown) };
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
