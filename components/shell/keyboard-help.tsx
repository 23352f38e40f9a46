"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { isTyping } from "@/components/ui/is-typing";

const KeyboardList = dynamic(() => import("./keyboard-list"), { ssr: false });

const destinations: Record<string, string> = { t: "/", l: "/resumes", p: "/positions", s: "/screening" };
const sequenceMs = 1200;

/** The keys that work everywhere: `g` and a letter to go, `/` to search, `?` for the list. */
export function KeyboardHelp() {
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

  return isOpen && <KeyboardList onClose={() => setOpen(false)} />;
}
