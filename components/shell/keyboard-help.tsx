"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { isTyping } from "@/components/ui/is-typing";

const KeyboardList = dynamic(() => import("./keyboard-list"), { ssr: false });
const CommandPalette = dynamic(() => import("./command-palette"), { ssr: false });

const destinations: Record<string, string> = {
  t: "/",
  l: "/resumes",
  p: "/positions",
  s: "/screening",
  i: "/interviews",
  v: "/videos",
};
const sequenceMs = 1200;

type KeyboardHelpProps = { pages: { href: string; label: string }[]; canCreate: boolean };

/** The keys that work everywhere: `⌘K` for everything, `g` and a letter to go, `/` to search, `?` for the list. */
export function KeyboardHelp({ pages, canCreate }: KeyboardHelpProps) {
  const router = useRouter();
  const [open, setOpen] = useState<"keys" | "palette" | null>(null);
  const goPressedAt = useRef(0);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.altKey) {
        event.preventDefault();
        setOpen("palette");
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const destination = Date.now() - goPressedAt.current < sequenceMs ? destinations[event.key] : undefined;
      goPressedAt.current = event.key === "g" ? Date.now() : 0;
      if (destination) router.push(destination);
      else if (event.key === "?") setOpen("keys");
      else if (event.key === "/") {
        event.preventDefault();
        document.querySelector<HTMLInputElement>("input[type=search]")?.focus();
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [router]);

  if (open === "keys") return <KeyboardList onClose={() => setOpen(null)} />;
  if (open === "palette") return <CommandPalette canCreate={canCreate} onClose={() => setOpen(null)} pages={pages} />;
  return null;
}
