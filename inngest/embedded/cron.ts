export type CronSchedule = { matches: (minute: Date) => boolean };

const names: Record<string, number> = Object.fromEntries([
  ...["sun", "mon", "tue", "wed", "thu", "fri", "sat"].map((name, index) => [name, index]),
  ...["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].map((name, index) => [
    name,
    index + 1,
  ]),
]);

/**
 * A five-field cron text, with `TZ=Asia/Shanghai` before it if wanted: lists, ranges, steps and English names.
 *
 * @throws when the text is anything else
 */
export function parseCron(text: string): CronSchedule {
  const match = /^(?:TZ=(\S+)\s+)?(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)$/.exec(text.trim());
  if (!match) throw new Error(`Not a five-field cron schedule: ${text}`);
  const [, timeZone = "UTC", ...fields] = match;
  const [minutes, hours, days, months, weekdays] = [
    parseField(fields[0], 0, 59, text),
    parseField(fields[1], 0, 23, text),
    parseField(fields[2], 1, 31, text),
    parseField(fields[3], 1, 12, text),
    parseField(fields[4], 0, 7, text),
  ];
  if (weekdays.has(7)) weekdays.add(0);
  // Given both, cron takes a day that fits either.
  const eitherDay = fields[2] !== "*" && fields[4] !== "*";
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    ...{ minute: "numeric", hour: "numeric", day: "numeric", month: "numeric", weekday: "short" },
  });

  return {
    matches: (date) => {
      const parts = new Map(clock.formatToParts(date).map(({ type, value }) => [type, value]));
      const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
      const day = days.has(part("day"));
      const weekday = weekdays.has(names[parts.get("weekday")?.toLowerCase() ?? ""] ?? -1);
      return (
        minutes.has(part("minute")) &&
        hours.has(part("hour")) &&
        months.has(part("month")) &&
        (eitherDay ? day || weekday : day && weekday)
      );
    },
  };
}

/** The latest minute after `since`, up to `now`, that the schedule names. */
export function latestSlot(schedule: CronSchedule, since: Date, now: Date): Date | null {
  const minute = 60_000;
  for (let at = Math.floor(now.getTime() / minute) * minute; at > since.getTime(); at -= minute) {
    if (schedule.matches(new Date(at))) return new Date(at);
  }
  return null;
}

function parseField(field = "", low: number, high: number, text: string): Set<number> {
  const values = new Set<number>();
  for (const item of field.split(",")) {
    const match = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(item);
    const step = Number(match?.[3] ?? 1);
    const from = match?.[1] === "*" ? low : parseValue(match?.[1]);
    const to = match?.[1] === "*" ? high : match?.[2] ? parseValue(match[2]) : match?.[3] ? high : from;
    if (!match || step < 1 || !(from >= low && to <= high && from <= to)) {
      throw new Error(`Not a five-field cron schedule: ${text}`);
    }
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return values;
}

function parseValue(text = "") {
  return names[text.toLowerCase()] ?? Number(text);
}
