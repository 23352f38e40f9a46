import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { Dashboard } from "@/lib/dashboard/read-dashboard";

const shownStages = ["applied", "screened", "interview", "offer", "hired", "rejected"] as const;

/** Candidates per stage of each open position; each number opens the list behind it. */
export function Funnel({ rows }: { rows: Dashboard["funnel"] }) {
  const t = useTranslations("dashboard");
  const stages = useTranslations("stages");
  const format = useFormatter();
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <thead>
          <tr className="border-line border-b text-ink-faint text-xs [&_th]:h-8 [&_th]:px-2 [&_th]:font-normal">
            <th className="pl-1! text-left" scope="col">
              {t("position")}
            </th>
            {shownStages.map((stage) => (
              <th className="text-right" key={stage} scope="col">
                {stages(stage)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ positionId, title, counts }) => (
            <tr className="border-line border-b hover:bg-hover [&_td]:h-9 [&_td]:px-2" key={positionId}>
              <td className="pl-1!">
                <Link className="font-medium hover:underline" href={`/positions/${positionId}/board`}>
                  {title}
                </Link>
              </td>
              {shownStages.map((stage) => (
                <td className="tabular text-right" key={stage}>
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
        </tbody>
      </table>
    </div>
  );
}
