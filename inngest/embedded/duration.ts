const unitMs: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/** When a wait ends that the SDK wrote as "2h45m" or as an ISO date. */
export function parseWaitEnd(text: string, now = Date.now()): Date {
  if (/^(\d+[wdhms])+$/.test(text)) {
    const parts = text.matchAll(/((?<!\d)\d+)([wdhms])/g);
    return new Date([...parts].reduce((end, [, count, unit]) => end + Number(count) * (unitMs[unit ?? ""] ?? 0), now));
  }
  const date = new Date(text);
  // A sleep of nothing arrives as an empty text.
  return Number.isNaN(date.getTime()) ? new Date(now) : date;
}

/** A `retry-after` header: seconds or a date. */
export function parseRetryAfter(header: string | null, now = Date.now()): Date | null {
  if (!header) return null;
  if (/^\d+$/.test(header)) return new Date(now + Number(header) * 1000);
  const date = new Date(header);
  return Number.isNaN(date.getTime()) ? null : date;
}
