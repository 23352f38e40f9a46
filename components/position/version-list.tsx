import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { PositionVersionItem } from "@/lib/position/schema";

type VersionListProps = { positionId: string; versions: PositionVersionItem[]; current: number };

export function VersionList({ positionId, versions, current }: VersionListProps) {
  const t = useTranslations("positions");
  const format = useFormatter();
  return (
    <details>
      <summary className="cursor-pointer font-medium text-ink-soft text-sm">
        {t("versions", { count: versions.length })}
      </summary>
      <ol className="mt-1 text-sm">
        {versions.map(({ version, createdAt, createdBy, requirementCount }, index) => (
          <li className="flex h-8 items-center gap-3" key={version}>
            <Link
              aria-current={version === current ? "true" : undefined}
              className="tabular font-medium hover:underline aria-[current]:text-accent"
              href={index === 0 ? `/positions/${positionId}` : `/positions/${positionId}?version=${version}`}
            >
              v{version}
            </Link>
            <span className="text-ink-soft">{t("requirement_count", { count: requirementCount })}</span>
            <span className="tabular ml-auto text-ink-faint">
              {createdBy}{" "}
              {format.dateTime(new Date(createdAt), {
                month: "2-digit",
                day: "2-digit",
                hour: "2-digit",
                minute: "2-digit",
              })}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
