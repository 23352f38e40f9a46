"use client";

import { CircleUserRound, Languages, LogOut, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { rememberChoice, themeCookie } from "@/components/shell/theme";
import { cn } from "@/components/ui/cn";
import type { UserRole } from "@/lib/auth/viewer";
import { localeCookie } from "@/lib/i18n/locale";

type ViewerMenuProps = { viewer: { name: string; email: string; role: UserRole }; isCompact?: boolean };

const itemLook = "flex h-8 w-full items-center gap-2 rounded-sm px-2 text-sm outline-none data-highlighted:bg-hover";

export function ViewerMenu({ viewer, isCompact = false }: ViewerMenuProps) {
  const t = useTranslations("nav");
  const roles = useTranslations("roles");
  const locale = useLocale();
  const router = useRouter();

  const switchLocale = () => {
    rememberChoice(localeCookie, locale === "zh" ? "en" : "zh");
    router.refresh();
  };
  const switchTheme = () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
    rememberChoice(themeCookie, root.dataset.theme);
  };

  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        aria-label={t("account")}
        className={cn(
          "flex items-center gap-2.5 text-left text-sm",
          isCompact
            ? "h-14 flex-1 flex-col justify-center gap-0.5 text-ink-soft text-xs"
            : "rounded-md px-2 py-1.5 hover:bg-hover max-lg:justify-center",
        )}
      >
        <CircleUserRound aria-hidden="true" className={cn("shrink-0 text-ink-soft", isCompact ? "size-5" : "size-4")} />
        {isCompact ? (
          t("me")
        ) : (
          <span className="min-w-0 max-lg:sr-only">
            <span className="block truncate">{viewer.name}</span>
            <span className="block truncate text-ink-faint text-xs">{roles(viewer.role)}</span>
          </span>
        )}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          className="z-50 w-56 rounded-md border border-line bg-surface p-1 shadow-overlay"
          side="top"
          sideOffset={6}
        >
          <DropdownMenu.Label className="truncate px-2 py-1.5 text-ink-faint text-xs">
            {viewer.email}
          </DropdownMenu.Label>
          <DropdownMenu.Item className={itemLook} lang={locale === "zh" ? "en" : "zh-CN"} onSelect={switchLocale}>
            <Languages className="size-4" />
            {locale === "zh" ? "English" : "中文"}
          </DropdownMenu.Item>
          <DropdownMenu.Item className={itemLook} onSelect={switchTheme}>
            <Sun className="size-4" />
            <Moon className="-ml-1 size-4" />
            {t("switch_theme")}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item className={itemLook} onSelect={() => void signOut({ callbackUrl: "/sign-in" })}>
            <LogOut className="size-4" />
            {t("sign_out")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
