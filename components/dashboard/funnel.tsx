import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { Dashboard } from "@/lib/dashboard/read-dashboard";

const shownStages = ["applied", "screened", "interview", "offer", "hired", "rejected"] as const;

/** Candidates per stage of each open position; each number opens the list behind it. */
export function Funnel({ rows }: { rows: Dashboard["funnel"] }) {
  const t = useTranslations("dashboard");
  const stages = useTranslations("stages");
  const format = useFormatter();
  return (
    <Table
      columns={[
        { label: t("position") },
        ...shownStages.map((stage) => ({ label: stages(stage), look: "number whitespace-nowrap" })),
      ]}
    >
      {rows.map(({ positionId, title, counts }) => (
        <tr key={positionId}>
          <td className="min-w-32">
            <Link className="font-medium hover:underline" href={`/positions/${positionId}/board`}>
              {title}
            </Link>
          </td>
          {shownStages.map((stage) => (
            <td className="number" key={stage}>
              {counts[stage] > 0 ? (
                <Link className="hover:underline" href={`/positions/${positionId}/board?stage=${stage}`}>
                  {format.number(counts[stage])}
                </Link>
              ) : (
                <span className="text-ink-faint">–</span>
              )}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
