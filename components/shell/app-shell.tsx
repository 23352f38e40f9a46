"use client";

import {
  BriefcaseBusiness,
  CalendarDays,
  ChartNoAxesColumn,
  Files,
  ListChecks,
  MessagesSquare,
  Settings,
  Video,
} from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ImportTray } from "@/components/import/import-tray";
import { KeyboardHelp } from "@/components/shell/keyboard-help";
import { ViewerMenu } from "@/components/shell/viewer-menu";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import type { UserRole } from "@/lib/auth/viewer";

type AppShellProps = {
  viewer: { name: string; email: string; role: UserRole };
  canImport: boolean;
  canScreen: boolean;
  canManageTokens: boolean;
  children: ReactNode;
};

/** The rest stands in the menu there. */
const mostInBar = 5;

/** Sidebar on a desk, bottom bar on a phone; the import tray stays through navigation. */
export function AppShell({ viewer, canImport, canScreen, canManageTokens, children }: AppShellProps) {
  const t = useTranslations("nav");
  const path = usePathname();
  const items = [
    { href: "/", label: t("today"), icon: CalendarDays },
    { href: "/resumes", label: t("library"), icon: Files },
    { href: "/positions", label: t("positions"), icon: BriefcaseBusiness },
    ...(canScreen ? [{ href: "/screening", label: t("screening"), icon: ListChecks }] : []),
    { href: "/interviews", label: t("interviews"), icon: MessagesSquare },
    { href: "/videos", label: t("videos"), icon: Video },
    ...(canScreen ? [{ href: "/figures", label: t("figures"), icon: ChartNoAxesColumn }] : []),
    ...(canManageTokens ? [{ href: "/settings", label: t("settings"), icon: Settings }] : []),
  ];
  const isCurrent = (href: string) => (href === "/" ? path === "/" : path.startsWith(href));

  return (
    <div className="flex min-h-dvh print:block">
      <a
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        href="#content"
      >
        {t("skip")}
      </a>
      <aside className="sticky top-0 flex h-dvh w-52 shrink-0 flex-col border-line border-r bg-sunken px-2 py-3 max-lg:w-14 max-[899px]:hidden print:hidden">
        <Link
          className="mb-4 flex items-baseline gap-2 px-2 font-semibold text-lg max-lg:justify-center max-lg:px-0"
          href="/"
        >
          <span aria-hidden="true" className="text-accent">
            明聘
          </span>
          <span className="font-medium text-ink-faint text-xs max-lg:sr-only">Hireglass</span>
        </Link>
        <nav aria-label={t("label")} className="flex flex-1 flex-col gap-0.5">
          {items.map(({ href, label, icon: Icon }) => (
            <Link
              aria-current={isCurrent(href) ? "page" : undefined}
              className={cn(
                "flex h-8 items-center gap-2.5 rounded-md px-2 text-sm hover:bg-hover hover:text-ink max-lg:justify-center",
                isCurrent(href) ? "bg-hover font-medium text-ink" : "text-ink-soft",
              )}
              href={href}
              key={href}
              title={label}
            >
              <Icon aria-hidden="true" className="size-4" />
              <span className="max-lg:sr-only">{label}</span>
            </Link>
          ))}
        </nav>
        <ViewerMenu viewer={viewer} />
      </aside>

      <main className="min-w-0 flex-1 max-[899px]:pb-16" id="content" tabIndex={-1}>
        {children}
      </main>

      <nav
        aria-label={t("label")}
        className="fixed inset-x-0 bottom-0 z-30 flex border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] min-[900px]:hidden print:hidden"
      >
        {items.slice(0, mostInBar).map(({ href, label, icon: Icon }) => (
          <Link
            aria-current={isCurrent(href) ? "page" : undefined}
            className={cn(
              "flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs",
              isCurrent(href) ? "text-accent" : "text-ink-soft",
            )}
            href={href}
            key={href}
          >
            <Icon aria-hidden="true" className="size-5" />
            {label}
          </Link>
        ))}
        <ViewerMenu isCompact more={items.slice(mostInBar)} viewer={viewer} />
      </nav>
      {canImport && <ImportTray />}
      <KeyboardHelp canCreate={canImport} pages={items.map(({ href, label }) => ({ href, label }))} />
    </div>
  );
}
