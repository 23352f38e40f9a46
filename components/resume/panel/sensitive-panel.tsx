"use client";

import { useMutation } from "@tanstack/react-query";
import { ChevronRight, LockKeyhole } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Problem } from "@/components/ui/notices";
import { viewSensitive } from "@/lib/resume/page-queries";
import type { Reading, TextSpan } from "@/lib/resume/profile";
import type { SensitiveFields, SensitiveView } from "@/lib/resume/sensitive";

type SensitivePanelProps = {
  resumeId: string;
  marked: readonly TextSpan[];
  onMark: (spans: readonly TextSpan[]) => void;
};

const units: Partial<Record<keyof SensitiveFields, string>> = { heightCm: "centimeter", weightKg: "kilogram" };

/** Fetched when opened, each time anew, and forgotten when closed. */
export function SensitivePanel({ resumeId, marked, onMark }: SensitivePanelProps) {
  const t = useTranslations("sensitive");
  const view = useMutation({ mutationFn: () => viewSensitive(resumeId), gcTime: 0 });
  const isOpen = view.isPending || view.data !== undefined;
  return (
    <section className="border-line border-b px-5 py-4 text-sm">
      <h2>
        <button
          aria-expanded={isOpen}
          className="flex items-center gap-2 rounded-xs font-semibold text-base hover:text-accent"
          onClick={() => (isOpen ? view.reset() : view.mutate())}
          type="button"
        >
          <ChevronRight
            aria-hidden="true"
            className={cn("size-4 text-ink-faint transition-transform duration-120", isOpen && "rotate-90")}
          />
          {t("title")}
          <span className="flex items-center gap-1 font-normal text-ink-faint text-sm">
            <LockKeyhole aria-hidden="true" className="size-3.5" />
            {t("is_recorded")}
          </span>
        </button>
      </h2>
      {view.error && (
        <div className="mt-2">
          <Problem>{view.error.message}</Problem>
        </div>
      )}
      {view.data && <Values marked={marked} onMark={onMark} sensitive={view.data} />}
    </section>
  );
}

type ValuesProps = Omit<SensitivePanelProps, "resumeId"> & { sensitive: SensitiveView };

function Values({ sensitive: { photo, ...sensitive }, marked, onMark }: ValuesProps) {
  const t = useTranslations("sensitive");
  const format = useFormatter();
  const found = (Object.entries(sensitive) as [keyof SensitiveFields, Reading<string | number> | null][]).flatMap(
    ([key, reading]) => (reading ? [{ key, reading }] : []),
  );
  const show = (key: keyof SensitiveFields, value: string | number) =>
    typeof value === "number"
      ? format.number(value, { style: "unit", unit: units[key] })
      : key === "birthDate"
        ? value.replaceAll("-", ".")
        : value;
  if (found.length === 0 && !photo) return <p className="mt-2 text-ink-faint">{t("none")}</p>;
  return (
    <>
      <p className="mt-1 text-ink-faint text-xs">{t("use")}</p>
      {photo && <img alt={t("photo")} className="mt-2 max-h-40 max-w-40 rounded-sm border border-line" src={photo} />}
      <dl className="mt-2 grid grid-cols-[88px_1fr] gap-x-3 gap-y-1.5">
        {found.map(({ key, reading }) => (
          <div className="contents" key={key}>
            <dt className="text-ink-faint">{t(key)}</dt>
            <dd className="min-w-0 break-words">
              <button
                aria-pressed={marked === reading.spans}
                className={cn(
                  "max-w-full cursor-pointer break-words rounded-xs text-left hover:bg-mark",
                  marked === reading.spans && "bg-mark",
                )}
                onClick={() => onMark(marked === reading.spans ? [] : reading.spans)}
                type="button"
              >
                {show(key, reading.value)}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
