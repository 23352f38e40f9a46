import { type RefObject, useEffect, useRef, useState } from "react";
import { isTyping } from "@/components/ui/is-typing";
import type { Marker } from "@/lib/video/list-markers";

const stepSeconds = 5;

/** The recording and where it is; space plays, arrows go five seconds, `n` and `c` to the next question or conflict. */
export function usePlayer(markers: readonly Marker[], search: RefObject<HTMLInputElement | null>) {
  const player = useRef<HTMLVideoElement>(null);
  const [seconds, setSeconds] = useState(0);
  const [durationSeconds, setDuration] = useState(0);

  function playFrom(at: number) {
    const video = player.current;
    if (!video) return;
    video.currentTime = Math.max(0, at);
    setSeconds(at);
    void video.play().catch(() => undefined);
  }

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const video = player.current;
      if (!video || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const isOnPage = event.target === document.body;
      const next = (kind: Marker["kind"]) =>
        markers.find((marker) => marker.kind === kind && marker.seconds > video.currentTime + 0.5);
      const actions: Record<string, (() => void) | undefined> = {
        " ": isOnPage ? () => void (video.paused ? video.play().catch(() => undefined) : video.pause()) : undefined,
        ArrowLeft: isOnPage ? () => playFrom(video.currentTime - stepSeconds) : undefined,
        ArrowRight: isOnPage ? () => playFrom(video.currentTime + stepSeconds) : undefined,
        n: () => playFrom(next("question")?.seconds ?? video.currentTime),
        c: () => playFrom(next("conflict")?.seconds ?? video.currentTime),
        "/": () => search.current?.focus(),
      };
      const act = actions[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  });

  const listeners = {
    onTimeUpdate: () => setSeconds(player.current?.currentTime ?? 0),
    onDurationChange: () => {
      const duration = player.current?.duration ?? 0;
      setDuration(Number.isFinite(duration) ? duration : 0);
    },
  };
  return { player, seconds, durationSeconds, playFrom, listeners };
}
