"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  closeLabel: string;
  description?: string;
  children: ReactNode;
  /** A drawer stands at the right edge and is a full page on a phone. */
  shape?: "dialog" | "drawer";
  className?: string;
};

export function Dialog({
  isOpen,
  onClose,
  title,
  closeLabel,
  description,
  children,
  shape = "dialog",
  className,
}: DialogProps) {
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/30" />
        <Radix.Content
          aria-describedby={description ? undefined : ""}
          className={cn(
            "fixed z-50 flex flex-col border border-line bg-surface shadow-overlay outline-none",
            shape === "dialog" ? "dialog" : "drawer slide-in",
            className,
          )}
        >
          <header className="flex items-start gap-2 border-line border-b px-4 py-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="truncate font-semibold text-lg">{title}</Radix.Title>
              {description && <Radix.Description className="text-ink-soft text-sm">{description}</Radix.Description>}
            </div>
            <Radix.Close aria-label={closeLabel} className="rounded-md p-1.5 text-ink-soft hover:bg-hover print:hidden">
              <X className="size-4" />
            </Radix.Close>
          </header>
          <div
            className={cn("print-open min-h-0 flex-1 overflow-y-auto bg-surface", shape === "dialog" && "rounded-b-lg")}
          >
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
