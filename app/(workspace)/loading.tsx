import { getTranslations } from "next-intl/server";
import { SkeletonRows } from "@/components/ui/notices";

export default async function Loading() {
  const t = await getTranslations("common");
  return <SkeletonRows label={t("loading")} rows={10} />;
}
