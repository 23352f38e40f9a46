"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toClock } from "@/lib/interview/to-clock";

/** Hours, minutes and seconds since the beginning. */
export function InterviewTimer({ seconds, minutes }: { seconds: () => number; minutes: number }) {
  const t = useTranslations("interview");
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNow(Math.floor(seconds()));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <span className="tabular text-ink-soft text-sm" role="timer" title={t("planned_minutes", { minutes })}>
      {now === null ? "00:00:00" : toClock(now)}
    </span>
  );
}
