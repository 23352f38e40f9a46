"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { rememberChoice } from "@/components/shell/theme";
import { Button } from "@/components/ui/button";
import { localeCookie } from "@/lib/i18n/locale";

export function EntranceControls() {
  const locale = useLocale();
  const router = useRouter();
  const other = locale === "zh" ? "en" : "zh";
  return (
    <Button
      className="mt-8"
      lang={other === "zh" ? "zh-CN" : "en"}
      onClick={() => {
        rememberChoice(localeCookie, other);
        router.refresh();
      }}
      size="sm"
      variant="quiet"
    >
      {other === "zh" ? "中文" : "English"}
    </Button>
  );
}
