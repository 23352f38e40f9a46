import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditFilterForm } from "@/components/audit/audit-filter-form";
import { AuditTable } from "@/components/audit/audit-table";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/notices";
import { listAudit, listAuditChoices } from "@/lib/audit/list-audit";
import { listAuditQuery } from "@/lib/audit/schema";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Who saw, changed or took out what. */
export default async function AuditPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  if (!can(viewer, "audit:read")) notFound();
  const given = Object.entries(await searchParams).filter(([, value]) => typeof value === "string" && value !== "");
  const { before, ...filter } = listAuditQuery.safeParse(Object.fromEntries(given)).data ?? {};
  const [t, page, choices] = await Promise.all([
    getTranslations("audit"),
    listAudit({ ...filter, before, viewer }),
    listAuditChoices({ viewer }),
  ]);
  const asked = new URLSearchParams(Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  const withQuery = (path: string, more: Record<string, string> = {}) =>
    `${path}?${new URLSearchParams({ ...Object.fromEntries(asked), ...more })}`;
  return (
    <section aria-labelledby="audit" className="flex flex-col gap-3 p-5 max-sm:p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-semibold text-lg" id="audit">
          {t("title")}
        </h2>
        <div className="ml-auto flex gap-2">
          {(["csv", "json"] as const).map((format) => (
            <Button asChild key={format}>
              <a download href={withQuery("/api/v1/audit/export", { format })}>
                {t(`export_${format}`)}
              </a>
            </Button>
          ))}
        </div>
      </div>
      <p className="text-ink-soft text-sm">{t("note")}</p>
      <AuditFilterForm choices={choices} filter={filter} />
      {page.events.length === 0 ? <Empty title={t("empty")} /> : <AuditTable events={page.events} />}
      <div className="flex flex-wrap items-center gap-2 text-ink-faint text-sm">
        {before && (
          <Button asChild size="sm">
            <a href={withQuery("/settings/audit")}>{t("newest")}</a>
          </Button>
        )}
        {page.before && (
          <Button asChild size="sm">
            <a href={withQuery("/settings/audit", { before: String(page.before) })}>{t("older")}</a>
          </Button>
        )}
        <span className="ml-auto">{t("verify_text")}</span>
      </div>
    </section>
  );
}
