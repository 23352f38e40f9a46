"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input, Textarea } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { callApi, noContent } from "@/lib/api/call-api";
import type { SaveTemplateInput, TemplateView } from "@/lib/message/schema";

/** The wording of letters, by kind and language. */
export function TemplatePanel({ templates }: { templates: TemplateView[] }) {
  const t = useTranslations("messages");
  return (
    <section aria-labelledby="templates" className="flex flex-col gap-2">
      <h2 className="font-semibold text-lg" id="templates">
        {t("templates")}
      </h2>
      <p className="text-sm">
        <Link className="text-accent hover:underline" href="/letters">
          {t("log")}
        </Link>
      </p>
      {templates.map((template) => (
        <Template key={`${template.kind} ${template.locale} ${template.isOwn}`} template={template} />
      ))}
    </section>
  );
}

function Template({ template }: { template: TemplateView }) {
  const t = useTranslations("messages");
  const router = useRouter();
  const toast = useToast();
  const { kind, locale, isOwn } = template;
  const save = useMutation({
    mutationFn: (texts: SaveTemplateInput["texts"]) =>
      callApi("/api/v1/message-templates", noContent, { method: "PUT", json: { kind, locale, texts } }),
    onSuccess: () => {
      toast(t("saved"));
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    save.mutate({ subject: String(form.get("subject")), body: String(form.get("body")) });
  };
  return (
    <details className="rounded-md border border-line text-sm">
      <summary className="cursor-pointer px-3 py-2">
        <span className="font-medium">{t(`kind_${kind}`)}</span> · {t(locale)}
        {isOwn && <span className="ml-2 text-ink-faint text-xs">{t("own")}</span>}
      </summary>
      <form className="flex flex-col gap-2 px-3 pb-3" onSubmit={submit}>
        <Field label={t("subject")}>
          {(props) => <Input {...props} defaultValue={template.subject} maxLength={300} name="subject" required />}
        </Field>
        <Field
          hint={t("variables", { names: template.variables.map((name) => `{{${name}}}`).join(" ") })}
          label={t("body")}
        >
          {(props) => (
            <Textarea {...props} defaultValue={template.body} maxLength={20_000} name="body" required rows={14} />
          )}
        </Field>
        {save.error && <Problem>{save.error.message}</Problem>}
        <div className="flex gap-2">
          <Button disabled={save.isPending} type="submit" variant="primary">
            {t("save")}
          </Button>
          {isOwn && (
            <Button disabled={save.isPending} onClick={() => save.mutate(null)}>
              {t("reset")}
            </Button>
          )}
        </div>
      </form>
    </details>
  );
}
