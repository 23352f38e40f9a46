import { z } from "zod";
import { cadences } from "@/lib/report/kinds";
import { reportView } from "@/lib/report/schema";

export const scheduleInput = z.object({
  cadence: z.enum(cadences),
  /** In the time zone. */
  hour: z.int().min(0).max(23),
  timeZone: z
    .string()
    .max(60)
    .refine((name) => {
      try {
        return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
      } catch {
        return false;
      }
    }),
});
export type ScheduleInput = z.infer<typeof scheduleInput>;

export const scheduleView = scheduleInput.extend({
  id: z.uuid(),
  nextAt: z.iso.datetime(),
  lastAt: z.iso.datetime().nullable(),
  /** What it made, the newest first. */
  reports: z.array(reportView.extend({ createdAt: z.iso.datetime() })),
});
export type ScheduleView = z.infer<typeof scheduleView>;
