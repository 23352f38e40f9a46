"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MessageList } from "@/components/message/message-list";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { callApi, noContent } from "@/lib/api/call-api";
import type { InterviewDetail } from "@/lib/interview/page-schema";
import { interviewQuery } from "@/lib/interview/queries";
import { draft, messagesKey } from "@/lib/message/queries";

type InvitationPanelProps = { interview: InterviewDetail; canInvite: boolean; onClose: () => void };

/** When an interview is, for calendars, and whom to invite. */
export function InvitationPanel({ interview, canInvite, onClose }: InvitationPanelProps) {
  const t = useTranslations("messages");
  const common = useTranslations("common");
  const queryClient = useQueryClient();
  const { id: interviewId, scheduledAt, language } = interview;
  const [time, setTime] = useState(scheduledAt ? toLocal(scheduledAt) : "");
  const of = { interviewId };
  const save = useMutation({
    mutationFn: () =>
      callApi(`/api/v1/interviews/${interviewId}`, noContent, {
        method: "PATCH",
        json: { scheduledAt: time ? new Date(time).toISOString() : null },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: interviewQuery(interviewId).queryKey }),
  });
  const invite = useMutation({
    mutationFn: () => draft(of, { locale: language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: messagesKey }),
  });
  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} shape="drawer" title={t("invitations")}>
      <div className="flex flex-col gap-3 p-4">
        <div className="flex flex-wrap items-end gap-2">
          <Field label={t("schedule")}>
            {(props) => (
              <Input {...props} onChange={({ target }) => setTime(target.value)} type="datetime-local" value={time} />
            )}
          </Field>
          <Button disabled={save.isPending} onClick={() => save.mutate()}>
            {t("set_time")}
          </Button>
          {scheduledAt && (
            <Button asChild>
              <a download href={`/api/v1/interviews/${interviewId}/calendar`}>
                {t("calendar")}
              </a>
            </Button>
          )}
          {scheduledAt && canInvite && (
            <Button disabled={invite.isPending} onClick={() => invite.mutate()}>
              {t("invite")}
            </Button>
          )}
        </div>
        {(save.error ?? invite.error) && <Problem>{(save.error ?? invite.error)?.message}</Problem>}
        {canInvite && <MessageList of={of} />}
      </div>
    </Dialog>
  );
}

/** As a field for a local time wants it: 2026-12-01T10:00. */
function toLocal(at: string): string {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
