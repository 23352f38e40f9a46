import { Circle, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DismissChecklist } from "@/components/dashboard/dismiss-checklist";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import type { ChecklistStep } from "@/lib/dashboard/read-checklist";

/** The first steps with where each is done, until all are or they are put away. */
export function Checklist({ steps, beginning }: { steps: ChecklistStep[]; beginning: ReactNode }) {
  const t = useTranslations("checklist");
  const needed = steps.filter(({ isOptional }) => !isOptional);
  const done = needed.filter(({ isDone }) => isDone).length;
  return (
    <section aria-labelledby="first-steps" className="rounded-lg border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2">
        <h2 className="font-semibold text-lg" id="first-steps">
          {t("title")}
        </h2>
        <span className="tabular text-ink-faint text-sm">{t("progress", { done, total: needed.length })}</span>
        <div className="ml-auto flex flex-wrap items-center gap-2">
          {beginning}
          <DismissChecklist />
        </div>
      </header>
      <ol className="py-1 text-sm">
        {steps.map(({ key, href, isDone, isOptional }) => (
          <li key={key}>
            <Link className="flex min-h-9 items-center gap-3 px-4 py-1.5 hover:bg-hover" href={href}>
              {isDone ? (
                <CircleCheck aria-label={t("done")} className="size-4 shrink-0 text-met" role="img" />
              ) : (
                <Circle aria-label={t("open")} className="size-4 shrink-0 text-ink-faint" role="img" />
              )}
              <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
                <span className={cn(isDone ? "text-ink-soft" : "font-medium")}>{t(key)}</span>
                {!isDone && <span className="text-ink-faint">{t(`${key}_hint`)}</span>}
                {isOptional && !isDone && <span className="text-ink-faint text-xs">{t("optional")}</span>}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
