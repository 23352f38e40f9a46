"use client";

import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

/** Plays what was heard, and stops it. */
export function SoundButton({ src }: { src: string }) {
  const t = useTranslations("interview");
  const sound = useRef<HTMLAudioElement | null>(null);
  const [state, setState] = useState<"silent" | "playing" | "failed">("silent");
  useEffect(() => () => sound.current?.pause(), []);

  function toggle() {
    sound.current ??= Object.assign(new Audio(src), {
      onplay: () => setState("playing"),
      onpause: () => setState("silent"),
      onerror: () => setState("failed"),
    });
    if (state === "playing") sound.current.pause();
    else void sound.current.play().catch(() => setState("failed"));
  }

  const Icon = state === "playing" ? Pause : Play;
  return (
    <button
      aria-label={t(state === "playing" ? "stop_sound" : "play_sound")}
      className="ml-2 inline-flex size-6 items-center justify-center align-middle text-accent hover:text-ink"
      onClick={toggle}
      type="button"
    >
      {state === "failed" ? (
        <span className="text-danger text-xs">{t("no_sound")}</span>
      ) : (
        <Icon aria-hidden="true" className="size-3.5" />
      )}
    </button>
  );
}
