import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/notices";

export async function NotFoundNotice() {
  const t = await getTranslations("common");
  return (
    <Empty
      action={
        <Button asChild>
          <Link href="/">{t("to_start")}</Link>
        </Button>
      }
      isPageTitle
      text={t("not_found_text")}
      title={t("not_found_title")}
    />
  );
}
