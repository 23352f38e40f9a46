"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { isTyping } from "@/components/ui/is-typing";

const destinations: Record<string, string> = { t: "/", l: "/resumes", p: "/positions", s: "/screening" };
const sequenceMs = 1200;

/** The keys that work everywhere: `g` and a letter to go, `/` to search, `?` for the list. */
export function KeyboardHelp() {
  const t = useTranslations("keys");
  const common = useTranslations("common");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const goPressedAt = useRef(0);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const destination = Date.now() - goPressedAt.current < sequenceMs ? destinations[event.key] : undefined;
      goPressedAt.current = event.key === "g" ? Date.now() : 0;
      if (destination) router.push(destination);
      else if (event.key === "?") setOpen(true);
      else if (event.key === "/") {
        event.preventDefault();
        document.querySelector<HTMLInputElement>("input[type=search]")?.focus();
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [router]);

  const keys = ["g t", "g l", "g p", "g s", "/", "j k", "x", "Enter", "e", "Esc", "?"];
  return (
    <Dialog closeLabel={common("close")} isOpen={isOpen} onClose={() => setOpen(false)} title={t("title")}>
      <dl className="grid grid-cols-[96px_1fr] gap-y-2 p-4 text-sm">
        {keys.map((key) => (
          <div className="contents" key={key}>
            <dt>
              {key.split(" ").map((part) => (
                <kbd
                  className="mr-1 rounded-sm border border-line-strong bg-sunken px-1.5 py-0.5 font-sans text-xs"
                  key={part}
                >
                  {part}
                </kbd>
              ))}
            </dt>
            <dd className="text-ink-soft">
              {t(`key_${key.replace(" ", "_").replace("/", "slash").replace("?", "question")}`)}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
