import type { ScheduleInput } from "./schema";

const hourMs = 3_600_000;
/** Longer than any month, in hours. */
const longest = 24 * 32;

/** The next full hour after a moment at which a schedule is due, as the clocks of its time zone show it. */
export function nextTime({ cadence, hour, timeZone }: ScheduleInput, after: Date): Date {
  const clock = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone, hourCycle: "h23", hour: "2-digit", weekday: "short", day: "numeric" },
  });
  const start = Math.floor(after.getTime() / hourMs) + 1;
  for (let step = 0; step <= longest; step += 1) {
    const time = new Date((start + step) * hourMs);
    const parts = new Map(clock.formatToParts(time).map(({ type, value }) => [type, value]));
    if (Number(parts.get("hour")) !== hour) continue;
    if (cadence === "weekly" && parts.get("weekday") !== "Mon") continue;
    if (cadence === "monthly" && parts.get("day") !== "1") continue;
    return time;
  }
  // A zone that changed its clocks over that hour has none in that month; the one after has.
  return new Date((start + longest) * hourMs);
}
