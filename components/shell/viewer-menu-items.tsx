"use client";

import { Languages, LogOut, Moon, PanelsTopLeft, ShieldCheck, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { rememberChoice, themeCookie } from "@/components/shell/theme";
import { signOut } from "@/lib/auth/session-client";
import { localeCookie } from "@/lib/i18n/locale";

const itemLook = "flex h-8 w-full items-center gap-2 rounded-sm px-2 text-sm outline-none data-highlighted:bg-hover";

type ViewerMenuItemsProps = {
  email: string;
  /** Pages for which a small screen's bar has no room. */
  more: { href: string; label: string }[];
  trigger: ReactNode;
};

/** The menu, open from the start: it is fetched when somebody asks for it. */
export default function ViewerMenuItems({ email, more, trigger }: ViewerMenuItemsProps) {
  const t = useTranslations("nav");
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
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          className="z-50 w-56 rounded-md border border-line bg-surface p-1 shadow-overlay"
          side="top"
          sideOffset={6}
        >
          <DropdownMenu.Label className="truncate px-2 py-1.5 text-ink-faint text-xs">{email}</DropdownMenu.Label>
          <DropdownMenu.Item className={itemLook} onSelect={() => router.push("/account")}>
            <ShieldCheck className="size-4" />
            {t("own_account")}
          </DropdownMenu.Item>
          {more.map(({ href, label }) => (
            <DropdownMenu.Item className={itemLook} key={href} onSelect={() => router.push(href)}>
              <PanelsTopLeft className="size-4" />
              {label}
            </DropdownMenu.Item>
          ))}
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
          <DropdownMenu.Item className={itemLook} onSelect={() => void signOut()}>
            <LogOut className="size-4" />
            {t("sign_out")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
