"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";

/** Fetched with the first `?`. */
export default function KeyboardList({ onClose }: { onClose: () => void }) {
  const t = useTranslations("keys");
  const common = useTranslations("common");
  const keys = [
    "⌘K",
    "g t",
    "g l",
    "g p",
    "g s",
    "g i",
    "g v",
    "/",
    "j k",
    "x",
    "Enter",
    "e",
    "1 2 3 4",
    "c",
    "C",
    "h l",
    "< >",
    "Esc",
    "?",
  ];
  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} title={t("title")}>
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
              {t(
                `key_${key.replaceAll(" ", "_").replace("<_>", "move").replace("⌘K", "everything").replace("/", "slash").replace("?", "question")}` as "key_move",
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
