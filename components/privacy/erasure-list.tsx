import { useFormatter, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { ErasureView } from "@/lib/privacy/schema";

/** What is left of people who were erased: ids that lead nowhere, and what went. */
export function ErasureList({ erasures }: { erasures: ErasureView[] }) {
  const t = useTranslations("privacy");
  const format = useFormatter();
  return (
    <section aria-labelledby="erasures">
      <h2 className="mb-2 font-semibold text-lg" id="erasures">
        {t("erasures")}
      </h2>
      {erasures.length === 0 ? (
        <p className="text-ink-faint text-sm">{t("no_erasures")}</p>
      ) : (
        <Table
          columns={[
            { label: t("who") },
            { label: t("cause") },
            { label: t("erased_at") },
            { label: t("went"), look: "max-sm:hidden" },
            { label: t("state") },
          ]}
          label={t("erasures")}
        >
          {erasures.map(({ id, candidateId, cause, createdAt, counts, state }) => (
            <tr key={id}>
              <td>
                <code className="text-xs">{candidateId.slice(0, 8)}</code>
              </td>
              <td className="text-ink-soft">{t(`cause_${cause}`)}</td>
              <td className="tabular text-ink-faint">
                {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
              </td>
              <td className="tabular text-ink-faint text-xs max-sm:hidden">
                {Object.values(counts).reduce((sum, count) => sum + count, 0)}
              </td>
              <td>{t(state === "completed" ? "state_completed" : "state_pending")}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
