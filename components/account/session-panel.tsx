"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { callApi, noContent } from "@/lib/api/call-api";
import type { SessionView } from "@/lib/auth/schema";

/** Where somebody is signed in, and the way to end that. */
export function SessionPanel({ sessions }: { sessions: SessionView[] }) {
  const t = useTranslations("account");
  const format = useFormatter();
  const router = useRouter();
  const toast = useToast();
  const end = useMutation({
    mutationFn: (id: string | null) =>
      callApi(`/api/v1/account/sessions${id ? `/${id}` : ""}`, noContent, { method: "DELETE" }),
    onSuccess: () => toast(t("session_ended")),
    onSettled: () => router.refresh(),
  });
  return (
    <section aria-labelledby="sessions">
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h2 className="font-semibold text-lg" id="sessions">
          {t("sessions")}
        </h2>
        {sessions.length > 1 && (
          <Button className="ml-auto" disabled={end.isPending} onClick={() => end.mutate(null)} size="sm">
            {t("end_others")}
          </Button>
        )}
      </div>
      <p className="mb-2 text-ink-soft text-sm">{t("sessions_text")}</p>
      {end.error && <Problem>{end.error.message}</Problem>}
      <Table
        columns={[
          { label: t("browser") },
          { label: t("address"), look: "max-sm:hidden" },
          { label: t("begun"), look: "max-sm:hidden" },
          { label: t("last_seen") },
          { label: t("end"), isLabelHidden: true },
        ]}
      >
        {sessions.map(({ id, userAgent, ip, isCurrent, createdAt, lastSeenAt }) => (
          <tr key={id}>
            <td className="font-medium">
              {nameOf(userAgent) || t("unknown_browser")}
              {isCurrent && <span className="block text-accent text-xs">{t("this_one")}</span>}
            </td>
            <td className="tabular text-ink-soft max-sm:hidden">{ip}</td>
            <td className="tabular text-ink-faint max-sm:hidden">
              {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
            </td>
            <td className="tabular text-ink-faint">
              {format.dateTime(new Date(lastSeenAt), { dateStyle: "medium", timeStyle: "short" })}
            </td>
            <td className="text-right">
              {!isCurrent && (
                <Button disabled={end.isPending} onClick={() => end.mutate(id)} size="sm" variant="danger">
                  {t("end")}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** Browser and system out of what a browser calls itself: enough to know one's own again. */
function nameOf(userAgent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\/\d+/.exec(userAgent)?.[1] ?? "";
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/.exec(userAgent)?.[1] ?? "";
  const names: Record<string, string> = { Edg: "Edge", OPR: "Opera", "Mac OS X": "macOS" };
  return [browser, system].flatMap((part) => (part ? [names[part] ?? part] : [])).join(" · ") || userAgent.slice(0, 40);
}
