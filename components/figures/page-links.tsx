import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type PageLinksProps = { address: string; page: number; perPage: number; total: number };

/** Which rows of a long list are shown, and the way to those before and after; nothing where all are. */
export function PageLinks({ address, page, perPage, total }: PageLinksProps) {
  const t = useTranslations("figures");
  const format = useFormatter();
  if (total <= perPage && page === 1) return null;
  const to = (number: number) => `${address}&page=${number}`;
  return (
    <nav aria-label={t("page_links")} className="flex items-center gap-2 px-5 py-3 text-sm max-sm:px-4">
      <span className="tabular mr-auto text-ink-soft">
        {t("page_of", {
          from: format.number((page - 1) * perPage + 1),
          to: format.number(Math.min(total, page * perPage)),
          total: format.number(total),
        })}
      </span>
      {page > 1 && (
        <Button asChild>
          <a href={to(page - 1)}>{t("earlier_page")}</a>
        </Button>
      )}
      {page * perPage < total && (
        <Button asChild>
          <a href={to(page + 1)}>{t("later_page")}</a>
        </Button>
      )}
    </nav>
  );
}
