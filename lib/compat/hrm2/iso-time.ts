/** ISO 8601 in UTC with microseconds and an offset, as the reference writes it. */
export function isoTime(time: Date): string {
  return time.toISOString().replace("Z", "000+00:00");
}
