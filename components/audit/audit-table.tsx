import { useFormatter, useTranslations } from "next-intl";
import { sentenceOf } from "@/components/audit/audit-filter-form";
import { cn } from "@/components/ui/cn";
import { Table } from "@/components/ui/table";
import type { AuditEventView } from "@/lib/audit/schema";

export function AuditTable({ events }: { events: AuditEventView[] }) {
  const t = useTranslations("audit");
  const actions = useTranslations("audit_actions");
  const format = useFormatter();
  return (
    <Table
      columns={[
        { label: t("place"), look: "text-right max-sm:hidden" },
        { label: t("when") },
        { label: t("who") },
        { label: t("what") },
        { label: t("about"), look: "max-lg:hidden" },
        { label: t("details"), look: "max-lg:hidden" },
      ]}
      label={t("title")}
    >
      {events.map(({ id, seq, at, actor, action, outcome, subject, candidateId, ip, details, hash }) => (
        <tr key={id}>
          <td className="tabular text-right text-ink-faint max-sm:hidden" title={hash}>
            {seq}
          </td>
          <td className="tabular whitespace-nowrap text-ink-soft">
            <time dateTime={at}>{format.dateTime(new Date(at), { dateStyle: "short", timeStyle: "medium" })}</time>
          </td>
          <td>
            {actor.name ?? (actor.id ? t("gone") : t(`actor_${actor.kind}`))}
            {actor.id && actor.kind !== "user" && (
              <span className="block text-ink-faint text-xs">{t(`actor_${actor.kind}`)}</span>
            )}
            {ip && <span className="tabular block text-ink-faint text-xs">{ip}</span>}
          </td>
          <td>
            {sentenceOf(actions, action)}
            {outcome !== "done" && (
              <span className={cn("block text-xs", outcome === "refused" ? "text-danger" : "text-partly")}>
                {t(`outcome_${outcome}`)}
              </span>
            )}
          </td>
          <td className="text-ink-soft max-lg:hidden">
            <code className="text-xs">
              {subject.type}
              {subject.id && ` ${subject.id.slice(0, 8)}`}
            </code>
            {candidateId && (
              <a
                className="block text-accent text-xs hover:underline"
                href={`/settings/audit?candidateId=${candidateId}`}
              >
                {t("of_candidate")}
              </a>
            )}
          </td>
          <td className="max-w-80 break-words text-ink-faint text-xs max-lg:hidden">
            {Object.entries(details)
              .map(([key, value]) => `${key}: ${String(value)}`)
              .join(", ")}
          </td>
        </tr>
      ))}
    </Table>
  );
}
