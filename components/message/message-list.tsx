"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input, Textarea } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Empty, Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import {
  changeMessage,
  deleteMessage,
  type MessagesOf,
  markCopied,
  messagesKey,
  messagesQuery,
  sendMessage,
} from "@/lib/message/queries";
import type { MessageView } from "@/lib/message/schema";

/** Letters, the newest first: drafts to change and send, and what went out as it was. */
export function MessageList({ of }: { of: MessagesOf }) {
  const t = useTranslations("messages");
  const { data } = useQuery(messagesQuery(of));
  if (!data) return null;
  if (data.messages.length === 0)
    return "all" in of ? (
      <Empty
        action={
          <Button asChild variant="primary">
            <Link href="/positions">{t("to_positions")}</Link>
          </Button>
        }
        text={t("none_text")}
        title={t("none")}
      />
    ) : (
      <p className="text-ink-soft text-sm">{t("none")}</p>
    );
  return (
    <>
      {!data.canSend && <p className="text-ink-faint text-xs">{t("no_mail")}</p>}
      <ul className="flex flex-col gap-2">
        {data.messages.map((message) => (
          <li key={message.id}>
            <Message canSend={data.canSend} key={`${message.id} ${message.state}`} message={message} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Message({ message, canSend }: { message: MessageView; canSend: boolean }) {
  const t = useTranslations("messages");
  const format = useFormatter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const isOpen = message.state === "draft" || message.state === "failed";
  const [recipient, setRecipient] = useState(message.recipient);
  const [subject, setSubject] = useState(message.subject);
  const [body, setBody] = useState(message.body);
  const isChanged = recipient !== message.recipient || subject !== message.subject || body !== message.body;
  const { id } = message;
  const act = useMutation({
    mutationFn: async (action: "save" | "send" | "copy" | "delete") => {
      if (action === "delete") return deleteMessage(id);
      if (isChanged) await changeMessage(id, { recipient, subject, body });
      if (action === "send") await sendMessage(id);
      if (action === "copy") {
        await navigator.clipboard.writeText(`${subject}\n\n${body}`);
        await markCopied(id);
      }
    },
    onSuccess: (_, action) => {
      if (action === "save") toast(t("saved"));
      if (action === "copy") toast(t("copied"));
      return queryClient.invalidateQueries({ queryKey: messagesKey });
    },
  });
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <details className="rounded-md border border-line text-sm" open={message.state === "draft" || undefined}>
      <summary className="flex cursor-pointer flex-wrap items-baseline gap-2 px-3 py-2">
        <span className="font-medium">{t(`kind_${message.kind}`)}</span>
        <span className="text-ink-soft">{message.recipientName}</span>
        <span className="text-ink-faint text-xs">{t(`state_${message.state}`)}</span>
        <span className="tabular ml-auto text-ink-faint text-xs">
          {t("by", { name: message.sentBy ?? message.createdBy, time: time(message.sentAt ?? message.createdAt) })}
        </span>
      </summary>
      <div className="flex flex-col gap-2 px-3 pb-3">
        {message.error && <Problem>{t(message.error === "refused" ? "error_refused" : "error_unreachable")}</Problem>}
        <Field label={t("to")}>
          {(props) => (
            <Input
              {...props}
              onChange={({ target }) => setRecipient(target.value)}
              readOnly={!isOpen}
              type="email"
              value={recipient}
            />
          )}
        </Field>
        <Field label={t("subject")}>
          {(props) => (
            <Input
              {...props}
              maxLength={300}
              onChange={({ target }) => setSubject(target.value)}
              readOnly={!isOpen}
              value={subject}
            />
          )}
        </Field>
        <Field label={t("body")}>
          {(props) => (
            <Textarea
              {...props}
              maxLength={20_000}
              onChange={({ target }) => setBody(target.value)}
              readOnly={!isOpen}
              rows={14}
              value={body}
            />
          )}
        </Field>
        {act.error && <Problem>{act.error.message}</Problem>}
        {isOpen && (
          <div className="flex flex-wrap gap-2">
            {canSend && (
              <Button disabled={act.isPending || !recipient} onClick={() => act.mutate("send")} variant="primary">
                {t("send")}
              </Button>
            )}
            <Button disabled={act.isPending} onClick={() => act.mutate("copy")}>
              {t("copy")}
            </Button>
            <Button disabled={act.isPending || !isChanged} onClick={() => act.mutate("save")}>
              {t("save")}
            </Button>
            <Button className="ml-auto" disabled={act.isPending} onClick={() => act.mutate("delete")} variant="danger">
              {t("delete")}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}
