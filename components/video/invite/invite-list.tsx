"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { invitesQuery, revokeInvite, videosKey } from "@/lib/video/queries";

/** Links that candidates have, and what became of them. */
export function InviteList() {
  const t = useTranslations("videos");
  const format = useFormatter();
  const queryClient = useQueryClient();
  const { data: invites = [] } = useQuery(invitesQuery());
  const revoke = useMutation({
    mutationFn: revokeInvite,
    onSettled: () => queryClient.invalidateQueries({ queryKey: videosKey }),
  });
  if (invites.length === 0) return null;
  return (
    <section aria-label={t("invites")} className="p-5 max-sm:p-4">
      <h2 className="font-semibold">{t("invites")}</h2>
      <ul className="mt-2 flex flex-col gap-1.5 text-sm">
        {invites.map(({ id, candidateName, positionApplied, state, expiresAt }) => (
          <li className="flex flex-wrap items-center gap-x-3" key={id}>
            <span className="font-medium">{candidateName}</span>
            <span className="text-ink-soft">{positionApplied}</span>
            <span className="tabular text-ink-faint">
              {t(`invite_state_${state}`, { date: format.dateTime(new Date(expiresAt), { dateStyle: "medium" }) })}
            </span>
            {state === "open" && (
              <Button disabled={revoke.isPending} onClick={() => revoke.mutate(id)} size="sm" variant="quiet">
                {t("invite_revoke")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
