"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { SettingsPart } from "@/components/settings/settings-parts";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { tabLook } from "@/components/ui/tabs";

/** The parts of the settings, one page each; nothing for who has one alone. */
export function SettingsNav({ parts }: { parts: readonly SettingsPart[] }) {
  const t = useTranslations("settings");
  const path = usePathname();
  if (parts.length < 2) return null;
  return (
    <nav
      aria-label={t("parts")}
      className="flex gap-1 overflow-x-auto border-line border-b px-3 max-sm:px-2 print:hidden"
    >
      {parts.map((part) => {
        const href = `/settings/${part}`;
        const isCurrent = path === href;
        return (
          <Link
            aria-current={isCurrent ? "page" : undefined}
            className={cn("inline-flex items-center whitespace-nowrap", tabLook(isCurrent))}
            href={href}
            key={part}
          >
            {t(`part_${part}`)}
          </Link>
        );
      })}
    </nav>
  );
}
