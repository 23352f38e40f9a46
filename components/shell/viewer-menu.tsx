"use client";

import { CircleUserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { cn } from "@/components/ui/cn";
import type { UserRole } from "@/lib/auth/viewer";

// Fetched with the first click: most pages are read without it.
const ViewerMenuItems = lazy(() => import("./viewer-menu-items"));

type ViewerMenuProps = {
  viewer: { name: string; email: string; role: UserRole };
  isCompact?: boolean;
  /** Pages for which the bar has no room. */
  more?: { href: string; label: string }[];
};

export function ViewerMenu({ viewer, isCompact = false, more = [] }: ViewerMenuProps) {
  const t = useTranslations("nav");
  const roles = useTranslations("roles");
  const [wasOpened, setOpened] = useState(false);
  const trigger = (
    <button
      aria-haspopup="menu"
      // The name holds what is seen, so that it can be said to a computer.
      aria-label={`${isCompact ? t("me") : `${viewer.name} ${roles(viewer.role)}`} – ${t("account")}`}
      className={cn(
        "flex items-center",
        isCompact
          ? "h-14 flex-1 flex-col justify-center gap-0.5 text-ink-soft text-xs"
          : "gap-2.5 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover max-lg:justify-center",
      )}
      onClick={() => setOpened(true)}
      type="button"
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
    </button>
  );
  if (!wasOpened) return trigger;
  return (
    <Suspense fallback={trigger}>
      <ViewerMenuItems email={viewer.email} more={more} trigger={trigger} />
    </Suspense>
  );
}
